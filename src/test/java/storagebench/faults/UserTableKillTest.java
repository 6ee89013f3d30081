package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.Cluster;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.fixture.TwentyTypes;
import storagebench.results.Cell;
import storagebench.results.JmhReader;
import storagebench.results.Metric;

/**
 * kill -9 of a run and a duel that store a table of the user's, at three points drawn with a fixed
 * seed.
 */
@Tag("slow")
@Timeout(400)
class UserTableKillTest {
  private static final String RUN =
      "insertSelect copy multiRowInsert -f 1 -wi 0 -i 2 -p batchSize=200 -p indexes=false,true";
  private static final String DUEL =
      "duel HEAP set:synchronous_commit=off copy -f 2 -wi 1 -i 3 -p batchSize=60";
  private static final int POINTS = 3;
  private static final long SEED = 20261126;

  @TempDir private Path directory;

  @Test
  void aRunByEveryMethodIsResumed() throws Exception {
    TestDatabase database = EmbeddedServer.newDatabase();
    Ended ended = killedThrice(database, RUN);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(stored("jmh.json")).hasSize(8).containsOnly(400.0);
    assertThat(ended.out()).contains("has 150 rows and a trial stored 400");
  }

  @Test
  void aDuelIsResumed() throws Exception {
    TestDatabase database = EmbeddedServer.newDatabase();
    Ended ended = killedThrice(database, DUEL);

    assertThat(ended.exitCode()).as(ended.err()).isIn(0, 1);
    assertThat(stored("baseline/jmh.json")).hasSize(8).containsOnly(240.0);
    assertThat(stored("candidate/jmh.json")).isEqualTo(stored("baseline/jmh.json"));
  }

  @Cluster.Needed
  @Test
  void aRunByEveryMethodIsResumedOnACluster() throws Exception {
    Ended ended = killedThrice(Cluster.database(), RUN + " -p variant=HEAP,AO,AOCO");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(stored("jmh.json")).hasSize(24).containsOnly(400.0);
  }

  /** A trial that is kept has had its rows counted and their checksum compared. */
  private Ended killedThrice(TestDatabase database, String words)
      throws IOException, InterruptedException, SQLException {
    database.execute(TwentyTypes.statements());
    FaultyRun faulty = new FaultyRun(database.environment(), directory);
    List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
    arguments.addAll(List.of("-p", "workload=" + TwentyTypes.NAME));
    arguments.addAll(List.of("-jvmArgsAppend", "-XX:TieredStopAtLevel=1"));
    CommandLineRun run =
        CommandLineRun.start(database.environment(), directory, arguments.toArray(String[]::new));
    boolean duel = words.startsWith("duel");
    Random points = new Random(SEED);
    for (int i = 0; i < POINTS; i++) {
      Moment point = Moment.values()[points.nextInt(Moment.values().length)];
      assertThat(point.await(run, database)).as(point.toString()).isTrue();
      int kept = faulty.kept();
      run.kill();
      run.end();
      assertThat(faulty.kept()).isGreaterThanOrEqualTo(kept);
      String folder = faulty.folder().toString();
      run =
          duel
              ? CommandLineRun.start(database.environment(), directory, "duel", "--resume", folder)
              : CommandLineRun.start(database.environment(), directory, "--resume", folder);
    }
    return run.end();
  }

  /** Rows in the table at the end of each fork. */
  private List<Double> stored(String results) throws IOException {
    Path file = new FaultyRun(Map.of(), directory).folder().resolve(results);
    assertThat(Files.exists(file)).isTrue();
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(file, cells::add);
    return cells.stream().flatMap(cell -> cell.last(Metric.ROWS_TABLE).stream()).toList();
  }
}
