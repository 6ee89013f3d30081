package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.proof.GeneratedRun;

/**
 * The packaged jar holds the numbers of a file and never its text. Smaller than a heap of 512 MiB
 * with a file of 100 MB, at a heap that is tighter still; {@code
 * storagebench.proof.CommandBenchmark} has that one.
 */
class MemoryIT {
  private static final int MEGABYTE = 1_000_000;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeRuns() throws IOException {
    new GeneratedRun(30, 60, 7).write(folder.resolve("baseline.json"));
    new GeneratedRun(30, 60, 8).write(folder.resolve("candidate.json"));
    assertThat(Files.size(folder.resolve("baseline.json"))).isGreaterThan(20 * MEGABYTE);
  }

  @Test
  void aReportNeedsLittleMoreMemoryThanItsFileIsLong() throws Exception {
    assertWorks("-Xmx64m", "report", "baseline.json", "--out", "report");
  }

  @Test
  void aComparisonNeedsLittleMoreMemoryThanItsFilesAreLong() throws Exception {
    assertWorks("-Xmx96m", "compare", "baseline.json", "candidate.json", "--out", "comparison");
  }

  @Test
  void tooLittleMemoryIsNoRegression() throws Exception {
    assertThat(exitCode("-Xmx24m", "compare", "baseline.json", "candidate.json")).isEqualTo(2);
    assertThat(said()).startsWith("Error: not enough memory").hasLineCount(1);
  }

  private static void assertWorks(String heap, String... words) throws Exception {
    int exit = exitCode(heap, words);
    assertThat(exit).as(said()).isZero();
  }

  private static int exitCode(String heap, String... words) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(heap, "-jar", Path.of("target/benchmarks.jar").toAbsolutePath().toString()));
    line.addAll(List.of(words));
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start()
        .waitFor();
  }

  private static String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }
}
