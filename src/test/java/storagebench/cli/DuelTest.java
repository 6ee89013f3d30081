package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import storagebench.fixture.Cluster;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

/** Whole duels: the program in a process of its own, on real servers. */
@Tag("slow")
@Timeout(240)
class DuelTest extends DuelCase {
  private static final String TRIALS =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'storage_bench'"
          + " AND tablename LIKE 'trial%'";

  @Test
  void bothSidesTakeTheSameBatchesAndEachLooksAsIfJmhHadMeasuredItAlone()
      throws IOException, InterruptedException, SQLException {
    Ended duel = duel("HEAP HEAP insertSelect copy -p format=TEXT -f 2" + QUICK);
    List<Cell> baseline = cells("baseline");

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(duel.err()).contains("Both sides are the same");
    assertThat(duel.out()).contains("/4] copy").contains("a duel: in every trial");
    assertThat(baseline).hasSize(2);
    for (int i = 0; i < baseline.size(); i++) {
      Cell candidate = cells("candidate").get(i);
      assertThat(candidate.identity()).isEqualTo(baseline.get(i).identity());
      assertThat(candidate.forks()).hasSize(2);
      for (int fork = 0; fork < 2; fork++) {
        assertTrial(baseline.get(i).forks().get(fork), 0);
        assertTrial(candidate.forks().get(fork), 1);
      }
    }
    assertThat(text("baseline/jmh.json"))
        .contains("\"measurementIterations\" : 3", "\"warmupIterations\" : 1", "\"forks\" : 2")
        .doesNotContain("storagebench.sides")
        .doesNotContain("storagebench.target");
    assertThat(database.strings(TRIALS)).isEmpty();
    assertThat(everything(duel)).doesNotContain(SECRET);
  }

  private static void assertTrial(Fork trial, double side) {
    Digest sent = Digest.of(new CallStream(CallStream.DEFAULT_SEED), Batch.numbered(0, 400));

    assertThat(values(trial, Metric.DUEL_SIDE)).containsOnly(side);
    assertThat(values(trial, Metric.DUEL_PAIR)).containsExactly(1, 2, 3);
    assertThat(values(trial, Metric.ROWS_TABLE)).containsExactly(200, 300, 400);
    assertThat(values(trial, Metric.BYTES_RAW)[2]).isEqualTo(sent.textBytes());
    assertThat(values(trial, Metric.ROWS_CHECKSUM)[2])
        .isEqualTo(sent.checksum() & ((1L << 48) - 1));
  }

  @Test
  void aSideHasSettingsOfItsOwnAndCompareKnowsThatTheyWereMadeToDiffer()
      throws IOException, InterruptedException {
    Ended duel = duel("HEAP HEAP,set:synchronous_commit=on,set:seq_page_cost=2 -f 1" + QUICK);

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(duel.out())
        .contains("made to differ: settings.synchronous_commit (off / on)")
        .contains("made to differ: settings.seq_page_cost (1 / 2)");
    assertThat(text("baseline/fingerprint.json")).contains("\"synchronous_commit\" : \"off\"");
    assertThat(text("candidate/fingerprint.json")).contains("\"synchronous_commit\" : \"on\"");

    Files.delete(kept("candidate/rounds.json"));
    assertThat(compare()).isEqualTo(4);
  }

  @Test
  void aSideIsOnAServerOfItsOwnAndBothStageTheSameRows()
      throws IOException, InterruptedException, SQLException {
    TestDatabase other = new TestDatabase(EmbeddedServer.newDatabase().url() + "&password=other");
    environment.put("OTHER_URL", other.url());
    Ended duel = duel("HEAP url=OTHER_URL -f 1" + QUICK);
    String staged = "SELECT relation || checksum FROM storage_bench.staged_batch ORDER BY 1";

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(other.strings(staged)).hasSize(4).isEqualTo(database.strings(staged));
    assertThat(text("candidate/fingerprint.json")).contains("(OTHER_URL)");
    assertThat(everything(duel)).doesNotContain(SECRET).doesNotContain("password=other");
  }

  @Test
  void twoAddressesOfOneDatabaseAreOneServer() throws IOException, InterruptedException {
    environment.put("OTHER_URL", database.url());

    assertThat(duel("HEAP url=OTHER_URL -f 1" + QUICK).exitCode()).isIn(0, 1);
  }

  @Test
  void serversThatDifferInWhatMattersAreRefusedBeforeAnythingIsMeasured()
      throws IOException, InterruptedException, SQLException {
    TestDatabase other = EmbeddedServer.newDatabase();
    other.execute(
        "DO $$BEGIN EXECUTE 'ALTER DATABASE ' || current_database()"
            + " || ' SET work_mem = ''7MB'''; END$$");
    environment.put("OTHER_URL", other.url());
    Ended refused = duel("HEAP url=OTHER_URL -f 1" + QUICK);

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains("Not comparable: settings.work_mem (4MB / 7MB)");
    assertThat(folder.resolve("results")).doesNotExist();

    Ended accepted = duel("HEAP url=OTHER_URL --allow settings.work_mem -f 1" + QUICK);
    assertThat(accepted.exitCode()).as(accepted.err()).isIn(0, 1);
    assertThat(accepted.out()).contains("accepted by --allow: settings.work_mem (4MB / 7MB)");
  }

  @Test
  @Cluster.Needed
  void formatsAreMatchedAlthoughTheyDiffer() throws IOException, InterruptedException {
    environment.putAll(Cluster.database().environment());
    Ended duel = duel("AO AOCO -f 1" + QUICK);

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(duel.out()).contains("made to differ: variant (AO / AOCO)");
    assertThat(cells("baseline").get(0).identity().param("variant")).contains("AO");
    assertThat(cells("candidate").get(0).identity().param("variant")).contains("AOCO");
  }

  /** The digests cost time and CPU time; while one of them is open a duel goes on. */
  @Test
  void aClearSlowdownEndsTheDuelEarly() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("slow.sql"),
        "CREATE TABLE storage_bench.:\"table\""
            + " (LIKE storage_bench.call_detail_record,"
            + " CHECK (md5(repeat(caller_number, 100000)) IS NOT NULL)) USING heap;");
    Ended duel = duel("HEAP ddl=slow.sql --until-decided -f 9" + QUICK);

    assertThat(duel.exitCode()).as(duel.out()).isEqualTo(1);
    assertThat(duel.out()).contains("[3/9]").contains("repeated confidence intervals");
    assertThat(cells("baseline").get(0).forks()).hasSizeBetween(3, 8);
    assertThat(compare()).isEqualTo(1);
  }
}
