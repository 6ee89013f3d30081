package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.storage.BenchSchema;

/** What a stream refuses, in one line and before it changes anything. */
@Tag("slow")
class StreamRefusalTest extends StreamCommandCase {
  @Test
  void anotherStreamThanTheOneInTheFolderIsRefused() throws IOException, InterruptedException {
    run("--batches", "2", "--scale", "0.001", "--phase", "1");

    assertOneLine(
        run("--resume", kept().toString(), "--seed", "2"),
        "cannot resume with --seed 2: the stream was begun with 20250101");
    assertOneLine(
        run("--resume", kept().toString(), "--variants", "AO"),
        "cannot resume with --variants [AO]: the stream was begun with [HEAP]");
  }

  @ParameterizedTest
  @CsvSource({
    "--phase, 3, '--phase is ''3''; expected 1, 2, both'",
    "--variants, PAX, PAX cannot be stored here",
    "--scale, 0, --scale is 0.0; expected 0.0001 to 10",
    "--resume, nowhere, nowhere is no folder of a stream",
  })
  void wrongUseIsToldInOneLine(String option, String value, String why)
      throws IOException, InterruptedException {
    assertOneLine(run(option, value), why);
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void aSecondStreamInTheSchemaIsRefused() throws IOException, InterruptedException, SQLException {
    try (Connection other = database.connect()) {
      new BenchSchema(other).lock();

      assertOneLine(run("--phase", "1"), "another run is using the schema");
    }
  }

  @Test
  void aServerThatDoesNotKnowTheStreamIsRefused()
      throws IOException, InterruptedException, SQLException {
    run("--batches", "2", "--scale", "0.001", "--phase", "1");
    Path kept = kept();
    database = EmbeddedServer.newDatabase();

    assertOneLine(run("--resume", kept.toString()), "this server does not know stream");
  }

  private static void assertOneLine(Ended run, String expected) {
    assertThat(run.exitCode()).as(run.out()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.startsWith("Error: ")))
        .singleElement()
        .asString()
        .contains(expected);
    assertThat(run.err()).doesNotContain("\tat ");
  }
}
