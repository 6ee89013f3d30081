package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** Plain PostgreSQL has no segments that could fetch rows. */
@Tag("slow")
@Timeout(120)
class GpfdistWithoutClusterTest {
  private static final String WHY = "gpfdist needs segments that fetch rows";

  @TempDir private Path folder;

  private TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
  }

  private Ended run(String words) throws IOException, InterruptedException {
    return CommandLineRun.start(database.environment(), folder, words.strip().split(" ")).end();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "insertSelect|gpfdist "})
  void itIsLeftOutOfWhatElseIsMeasuredWithOneNotice(String benchmarks)
      throws IOException, InterruptedException {
    Ended plan = run(benchmarks + "--plan -p batchSize=10,20 -p indexes=false");

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("insertSelect");
    assertThat(plan.err().lines().filter(line -> line.contains(WHY)))
        .singleElement()
        .asString()
        .startsWith("Left out: ")
        .endsWith("use copy or insertSelect.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpfdist -p batchSize=10",
        "gpfdist -p batchSize=10 -p variant=HEAP",
        "duel HEAP HEAP gpfdist -p batchSize=10",
        "duel url=CLOUDBERRY_URL url=CLOUDBERRY_URL gpfdist -p batchSize=10",
        "choose gpfdist -p variant=HEAP",
        "stream --method gpfdist --batches 1"
      })
  void whereItIsAllThatIsAskedForItIsRefusedInOneLine(String words)
      throws IOException, InterruptedException {
    assertRefused(run(words), WHY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"insertSelect", "duel HEAP HEAP insertSelect", "choose", "stream --batches 1"})
  void anAddressOfAnotherMachineIsRefusedBeforeAnythingIsMeasured(String words)
      throws IOException, InterruptedException {
    assertRefused(
        run(words + " --gpfdist-host 192.0.2.1"),
        "--gpfdist-host 192.0.2.1 is no address of this machine");
  }

  @Test
  void allAddressesOfThisMachineAreRefused() throws IOException, InterruptedException {
    assertRefused(
        run("insertSelect --gpfdist-host 0.0.0.0"),
        "--gpfdist-host 0.0.0.0 is no address of this machine");
  }

  @Test
  void aNumberOfStreamsIsANumber() throws IOException, InterruptedException {
    assertRefused(
        run("gpfdist -p streams=many"),
        "streams is 'many'; expected a number of URLs, or 0 for one for each primary");
  }

  private void assertRefused(Ended run, String why) {
    List<String> errors = run.err().lines().filter(line -> line.startsWith("Error: ")).toList();
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(errors).singleElement().asString().contains(why);
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(folder.resolve("results")).doesNotExist();
  }
}
