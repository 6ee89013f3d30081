package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;

@Tag("slow")
class TerminalWidthTest {
  @TempDir private Path folder;

  @Test
  void tablesAreAsWideAsColumnsSaysAndThoseOfFilesAsEver() throws Exception {
    Path run = Path.of("results/reference/formats").toAbsolutePath();

    CommandLineRun.Ended ended =
        CommandLineRun.start(
                Map.of("COLUMNS", "80"), folder, "report", run.toString(), "--out", "out")
            .end();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(longest(ended.out())).isBetween(70, 80);
    assertThat(longest(Files.readString(folder.resolve("out/report.txt")))).isBetween(90, 100);
  }

  private static int longest(String text) {
    return text.lines().mapToInt(String::length).max().orElseThrow();
  }
}
