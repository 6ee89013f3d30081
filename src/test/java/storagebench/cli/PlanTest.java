package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.results.Cell;
import storagebench.results.JmhReader;
import storagebench.results.TrialLog;

/** A plan goes by what was measured from this machine before. */
@Tag("slow")
@Timeout(120)
class PlanTest {
  private static final Pattern EXPECTED =
      Pattern.compile("variant=HEAP: ([0-9.]+) s a trial, ±([0-9.]+) % from 3 trials \\((.*)\\)");

  @TempDir private Path folder;

  @Test
  void whatTheLastRunTookAndHowItVariedIsExpectedOfTheNext()
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    assertThat(run(database.environment()).exitCode()).isZero();
    Path results = results();
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(results, cells::add);
    double seconds =
        TrialLog.beside(results).orElseThrow().trials().stream()
            .mapToDouble(TrialLog.Trial::seconds)
            .average()
            .orElseThrow();
    double high = cells.get(0).rate().orElseThrow().estimate().high();
    double within = high / cells.get(0).rate().orElseThrow().estimate().value() - 1;

    Ended plan = run(Map.of(), "--plan");

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    Matcher expected = EXPECTED.matcher(plan.out());
    assertThat(expected.find()).as(plan.out()).isTrue();
    assertThat(Double.parseDouble(expected.group(1))).isCloseTo(seconds, offset(0.06));
    assertThat(Double.parseDouble(expected.group(2)) / 100).isCloseTo(within, offset(0.0006));
    assertThat(expected.group(3)).isEqualTo("as in results/" + results.getParent().getFileName());
  }

  private Ended run(Map<String, String> environment, String... more)
      throws IOException, InterruptedException {
    String words =
        "multiRowInsert -f 3 -wi 1 -i 2 -p batchSize=100 -p indexes=false -p variant=HEAP"
            + " -jvmArgsAppend -XX:TieredStopAtLevel=1 ";
    return CommandLineRun.start(
            environment, folder, (words + String.join(" ", more)).strip().split(" "))
        .end();
  }

  private Path results() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("jmh.json")).findFirst().orElseThrow();
    }
  }
}
