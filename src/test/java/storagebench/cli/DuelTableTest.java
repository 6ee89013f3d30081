package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.results.Metric;

/** Sides of a duel whose table a file of the user's makes. */
@Tag("slow")
@Timeout(240)
class DuelTableTest extends DuelCase {
  @Test
  void aSideHasATableOfItsOwn() throws IOException, InterruptedException, SQLException {
    Files.writeString(
        folder.resolve("wide.sql"),
        "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.call_detail_record)"
            + " USING heap WITH (fillfactor = 20);");
    Ended duel = duel("HEAP ddl=wide.sql -f 1" + QUICK);
    double[] baseline = values(cells("baseline").get(0).forks().get(0), Metric.BYTES_TABLE);
    double[] candidate = values(cells("candidate").get(0).forks().get(0), Metric.BYTES_TABLE);

    assertThat(duel.exitCode()).as(duel.err()).isEqualTo(1);
    assertThat(duel.out()).contains("made to differ: ddl.HEAP");
    assertThat(candidate[2]).isGreaterThan(2 * baseline[2]);
    assertThat(text("candidate/table.sql")).contains("fillfactor");
    assertThat(compare()).isEqualTo(1);
  }

  /** Quotes, comments, functions: what psql takes, a side takes. */
  @Test
  void aTableOfItsOwnMayBeHardToRead() throws IOException, InterruptedException {
    Files.copy(Path.of("src/test/resources/sql/hard.sql"), folder.resolve("hard.sql"));
    Ended duel = duel("HEAP ddl=hard.sql -f 1" + QUICK);

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(duel.out()).contains("made to differ: ddl.HEAP");
  }

  @Test
  void aVariableThatTheSuiteDoesNotKnowIsNamedBeforeAnythingIsMeasured()
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("own.sql"), "CREATE TABLE storage_bench.:\"tabel\" (a text);");
    Ended duel = duel("HEAP ddl=own.sql -f 1" + QUICK);

    assertThat(duel.exitCode()).isEqualTo(2);
    assertThat(duel.err())
        .contains(
            "Error: own.sql needs the variable tabel; expected none but distribution, table,"
                + " template");
    assertThat(folder.resolve("results")).doesNotExist();
  }
}
