package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.report.Report;
import storagebench.report.ReportOptions;

/** The same measurements count once, however often they are given. */
class DistinctFilesTest {
  @TempDir Path folder;

  private Path file(String name, double score) throws IOException {
    JmhText text = new JmhText();
    text.add("a.B.c", "ss", "ms/op").fork(score).fork(score);
    return text.write(folder.resolve(name));
  }

  @Test
  void aCopyAddsNoForksToAReportWhichNamesBoth() throws IOException {
    Path first = file("1.json", 10);
    Path copy = Files.copy(first, folder.resolve("2.json"));
    Path other = file("3.json", 11);

    assertThat(Results.read(List.of(folder)).cells().get(0).forks()).hasSize(4);
    assertThat(DistinctFiles.in(List.of(folder)).files()).containsExactly(first, other);
    assertThat(Report.read(List.of(folder), ReportOptions.DEFAULT).warnings())
        .containsExactly(copy + " is a copy of " + first + ", which counts once");
  }

  @Test
  void aFileThatIsReachedTwiceNeedsNoWords() throws IOException {
    Path file = file("1.json", 10);

    assertThat(DistinctFiles.in(List.of(file, folder, file)))
        .isEqualTo(new DistinctFiles(List.of(file), List.of()));
  }
}
