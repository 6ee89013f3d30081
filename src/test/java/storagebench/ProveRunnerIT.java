package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** scripts/prove-runner tells the time of trials from that around them. */
class ProveRunnerIT {
  private static final int TRIALS = 0;
  private static final int JMH = 1;
  private static final int JMH_AROUND = 2;
  private static final int RUNNER = 3;
  private static final int RUNNER_AROUND = 4;

  @TempDir private Path folder;

  @Test
  void bothOrdersTellTheTimeWithoutAFork() throws Exception {
    TestDatabase database = EmbeddedServer.newDatabase();
    List<double[]> rows =
        rows(
            said(
                database,
                "--pairs 2 -- insertSelect -p variant=HEAP -p indexes=false,true"
                    + " -p batchSize=1000 -f 1 -wi 0 -i 1"));

    assertThat(rows).hasSize(2);
    for (double[] row : rows) {
      assertThat(row[TRIALS]).isEqualTo(2);
      assertThat(row[JMH_AROUND]).isBetween(0.0, row[JMH]);
      assertThat(row[RUNNER_AROUND]).isBetween(0.0, row[RUNNER]);
    }
  }

  @Test
  void aBenchmarkThatFailsEndsItWithTwo() throws Exception {
    assertThat(said(EmbeddedServer.newDatabase(), "-- insertSelect -p variant=PAX"))
        .endsWith("ended with an error\n2");
  }

  /** What the script says, then its exit code. */
  private String said(TestDatabase database, String words)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    List<String> command = new ArrayList<>(List.of("scripts/prove-runner"));
    command.addAll(Arrays.asList(words.split(" ")));
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
    script.environment().put("CLOUDBERRY_URL", database.url());
    int exit = script.redirectOutput(said.toFile()).start().waitFor();
    return Files.readString(said) + exit;
  }

  /** Lines of figures in a table of Markdown. */
  private static List<double[]> rows(String table) {
    return table
        .lines()
        .filter(line -> line.matches("\\| \\d.*"))
        .map(line -> line.substring(1, line.length() - 1).split("\\|"))
        .map(cells -> Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }
}
