package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** Duels that measure nothing: those that are planned, and those that are asked for wrongly. */
@Tag("slow")
@Timeout(240)
class DuelUnmeasuredTest {
  private static final String SECRET = "not-for-others-eyes";

  @TempDir private Path folder;

  private Map<String, String> environment;

  @BeforeEach
  void createDatabase() throws SQLException {
    environment =
        new TestDatabase(EmbeddedServer.newDatabase().url() + "&password=" + SECRET).environment();
  }

  @Test
  void aPlanMeasuresNothing() throws IOException, InterruptedException {
    Ended plan = duel("HEAP AO --plan -p batchSize=100 --until-decided");

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out())
        .contains("2 cells, at most 10 trials each", "Time: not known before the first trial")
        .contains("Candidate: AO");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HEEP HEAP | unknown variant 'HEEP'",
        "HEAP HEAP,sit:x=1 | unknown variant 'HEAP,sit:x=1'",
        "HEAP set:work_mem= | has no value",
        "HEAP ddl=a,ddl=b | says ddl twice",
        "HEAP url=A,image=b | both url and image",
        "HEAP url=jdbc:postgresql://h/d?password=not-for-others-eyes | environment variable",
        "HEAP url=NO_SUCH_VARIABLE | NO_SUCH_VARIABLE is not set",
        "ddl=a.sql set:a=2 | ddl= needs the name of the variant",
        "set:jit=on set:jit=off -p variant=AO | [AO] cannot be stored here",
        "HEAP AO | the candidate's AO cannot be stored",
        "HEAP set:no_such_setting=1 | has no setting 'no_such_setting'",
        "HEAP ddl=nowhere.sql | nowhere.sql",
        "HEAP HEAP -p variant=HEAP | -p variant",
        "HEAP HEAP -pvariant=HEAP | -p variant",
        "HEAP HEAP --metric wal.* | --metric wal.*: no such metric without the profiler",
        "HEAP HEAP --switch true | add --apart",
        "HEAP HEAP --apart --switch false | false baseline ended with exit code 1",
        "HEAP HEAP -f 0 | -f 0",
        "HEAP HEAP -bm avgt | -bm",
        "HEAP HEAP -f 2 --until-decided | -f 3",
        "HEAP HEAP --until 2% | --until-decided",
        "HEAP HEAP --order fixed | for runs",
        "HEAP HEAP --resume x | leave out HEAP HEAP",
        "--resume x | x: no such folder",
        "HEAP -p batchSize=1000 | 'batchSize=1000' is no side; both stand before the options",
        "HEAP | a duel needs two sides",
        "HEAP HEAP --fail-on anything | expected inconclusive",
        "HEAP HEAP -p nonsense=1 | nonsense",
      })
  void wrongUseIsToldInOneLine(String words, String expected)
      throws IOException, InterruptedException {
    Ended wrong = duel(words);

    assertThat(wrong.exitCode()).as(wrong.err()).isEqualTo(2);
    assertThat(wrong.err().lines().filter(line -> line.startsWith("Error: ")))
        .singleElement()
        .asString()
        .contains(expected);
    assertThat(wrong.err()).doesNotContain("\tat ").doesNotContain(SECRET);
    assertThat(folder.resolve("results")).doesNotExist();
  }

  private Ended duel(String words) throws IOException, InterruptedException {
    return CommandLineRun.start(
            environment,
            folder,
            Stream.concat(Stream.of("duel"), Stream.of(words.split(" "))).toArray(String[]::new))
        .end();
  }
}
