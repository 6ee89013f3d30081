package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/**
 * The server lives and refuses a commit whose rows are all in: the error that a cluster raises when
 * it loses a segment, and that of a full disk, raised here by a trigger.
 */
@Tag("slow")
@Timeout(180)
class ServerErrorsTest {
  private static final String SEGMENT_LOST = "58M01";
  private static final String DISK_FULL = "53100";

  @TempDir private Path folder;
  private TestDatabase database;
  private StreamTrial trial;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
    trial = new StreamTrial(database, folder);
  }

  @Test
  void aSegmentLostAtCommitCostsTheSessionAndNoBatch()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = trial.start();
    trial.awaitBatches(run, 3);
    refuseCommits("1", SEGMENT_LOST, "failed to acquire resources on one or more segments");
    Ended ended = run.end();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Session lost", "failed to acquire resources");
    trial.assertExact();
  }

  @Test
  void aFullDiskEndsTheStreamWhichGoesOnWhenThereIsRoom()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = trial.start();
    trial.awaitBatches(run, 3);
    refuseCommits("9999", DISK_FULL, "could not extend file: No space left on device");
    Ended full = run.end();
    Ended stillFull = trial.resume().end();
    database.execute("DROP TRIGGER refusing ON storage_bench.stream_batch");

    for (Ended ended : new Ended[] {full, stillFull}) {
      assertThat(ended.exitCode()).as(ended.out()).isEqualTo(2);
      assertThat(ended.err().lines().filter(line -> line.startsWith("Error: ")))
          .singleElement()
          .asString()
          .contains("No space left on device", "stream --resume");
      assertThat(ended.err()).doesNotContain("\tat ");
    }
    trial.resumeToTheEnd();
    trial.assertExact();
  }

  /** A sequence counts, because it forgets nothing when the transaction is rolled back. */
  private void refuseCommits(String times, String state, String message) throws SQLException {
    database.execute(
        "CREATE SEQUENCE refused",
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + (" IF nextval('refused') <= " + times + " THEN")
            + (" RAISE EXCEPTION USING ERRCODE = '" + state + "', MESSAGE = '" + message + "';")
            + " END IF; RETURN NULL; END $$",
        "CREATE CONSTRAINT TRIGGER refusing AFTER INSERT ON storage_bench.stream_batch"
            + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()");
  }
}
