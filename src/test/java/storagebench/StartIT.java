package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.proof.GeneratedRun;

/**
 * The packaged jar's short commands load what they need and no more: most of their time is classes.
 * How long they take is measured by {@code storagebench.proof.CommandBenchmark}.
 */
class StartIT {
  private static final String[] NOT_NEEDED = {
    " com.fasterxml.jackson.databind.ObjectMapper ",
    " java.util.logging.LogManager ",
    " org.openjdk.jmh.",
    " org.postgresql.",
    " storagebench.cli.BenchmarkCommand ",
    " storagebench.cli.CleanCommand "
  };

  @TempDir private Path folder;

  @BeforeEach
  void writeRuns() throws Exception {
    new GeneratedRun(3, 4, 7).write(folder.resolve("baseline.json"));
    new GeneratedRun(3, 4, 8).write(folder.resolve("candidate.json"));
  }

  @Test
  void aReportStartsNeitherDatabindNorLogsNorWhatMeasures() throws Exception {
    assertThat(loaded("report", "baseline.json", "--out", "report"))
        .contains(" storagebench.cli.ReportCommand ")
        .doesNotContain(NOT_NEEDED);
  }

  @Test
  void aComparisonStartsNeitherDatabindNorLogsNorWhatMeasures() throws Exception {
    assertThat(loaded("compare", "baseline.json", "candidate.json", "--out", "comparison"))
        .contains(" storagebench.cli.CompareCommand ")
        .doesNotContain(NOT_NEEDED);
  }

  /** What the JVM says of the classes that it loaded. */
  private String loaded(String... words) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xshare:off", "-Xlog:class+load:file=classes.txt"));
    line.addAll(List.of("-jar", Path.of("target/benchmarks.jar").toAbsolutePath().toString()));
    line.addAll(List.of(words));
    int exit =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start()
            .waitFor();
    assertThat(exit).as(Files.readString(folder.resolve("said.txt"))).isZero();
    return Files.readString(folder.resolve("classes.txt"));
  }
}
