package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of one cell become more forks of it, as far as they are of one kind. */
class MergedForksTest {
  @TempDir Path folder;

  private Path file(String name, String unit, double... values) throws IOException {
    JmhText text = new JmhText();
    for (double value : values) {
      text.add("a.B.c", "ss", "ms/op").fork(1).metric("gc.alloc", unit, value);
    }
    return text.write(folder.resolve(name));
  }

  @Test
  void aMetricInAnotherUnitIsLeftOutWithAWarning() throws IOException {
    Path first = file("a.json", "MB", 1, 2);
    Path second = file("b.json", "B", 3, 4);

    Results results = Results.read(List.of(first, second));

    Cell cell = results.cells().get(0);
    assertThat(cell.forks()).hasSize(4);
    assertThat(cell.units()).containsEntry("gc.alloc", "MB");
    assertThat(cell.forks().stream().flatMap(f -> f.secondary().values().stream()))
        .containsExactly(Series.of(1), Series.of(2));
    assertThat(results.warnings())
        .filteredOn(warning -> !warning.contains("several results of one cell"))
        .singleElement()
        .asString()
        .startsWith(second + ": gc.alloc is in another unit");
  }

  @Test
  void metricsOfOneUnitAreKeptWithoutAWord() throws IOException {
    Results results = Results.read(List.of(file("a.json", "B", 1), file("b.json", "B", 3)));

    assertThat(results.cells().get(0).forks()).allMatch(f -> f.secondary().containsKey("gc.alloc"));
    assertThat(results.warnings()).isEmpty();
  }
}
