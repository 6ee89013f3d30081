package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
  void aResultThatSaysItsUsualOptionsIsTheCellOfOneFromBeforeTheyCouldBeChosen()
      throws IOException {
    JmhText before = new JmhText();
    before.add("a.B.c", "ss", "ms/op", "variant", "AO").fork(1);
    before.add("a.B.c", "ss", "ms/op", "variant", "HEAP").fork(1);
    JmhText now = new JmhText();
    for (String level : List.of("5", "9")) {
      now.add("a.B.c", "ss", "ms/op", options("AO", "zstd", level, "32768")).fork(1);
    }
    now.add("a.B.c", "ss", "ms/op", options("HEAP", "-", "-", "-")).fork(1);

    List<Cell> cells =
        Results.read(
                List.of(
                    before.write(folder.resolve("a.json")), now.write(folder.resolve("b.json"))))
            .cells();

    Key level = new Key("compresslevel");
    assertThat(cells)
        .extracting(
            c -> Key.VARIANT.of(c.identity()).orElseThrow(),
            c -> level.of(c.identity()).orElse(""),
            c -> c.forks().size())
        .containsExactly(tuple("HEAP", "", 2), tuple("AO", "5", 2), tuple("AO", "9", 1));
    assertThat(Key.of(cells)).contains(level, new Key("compresstype"), new Key("blocksize"));
    assertThat(level.of(level.dropFrom(cells.get(1).identity()))).isEmpty();
    assertThat(level.dropFrom(cells.get(1).identity()))
        .isEqualTo(level.dropFrom(cells.get(2).identity()));
    assertThat(level.set(cells.get(2).identity(), "5")).isEqualTo(cells.get(1).identity());
  }

  private static String[] options(String variant, String type, String level, String blocksize) {
    return new String[] {
      "variant",
      variant,
      "compresstype",
      type,
      "compresslevel",
      level,
      "blocksize",
      blocksize,
      "storage_format",
      "-",
      "minmax_columns",
      "-",
      "bloomfilter_columns",
      "-",
      "cluster_columns",
      "-"
    };
  }

  @Test
  void metricsOfOneUnitAreKeptWithoutAWord() throws IOException {
    Results results = Results.read(List.of(file("a.json", "B", 1), file("b.json", "B", 3)));

    assertThat(results.cells().get(0).forks()).allMatch(f -> f.secondary().containsKey("gc.alloc"));
    assertThat(results.warnings()).isEmpty();
  }
}
