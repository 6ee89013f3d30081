package storagebench.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;
import storagebench.benchmark.GpfdistBenchmark;
import storagebench.benchmark.TrialState;
import storagebench.server.SqlScript;

/**
 * Whether the suite serves rows as fast as the cluster's own gpfdist: its time beside that of the
 * same statement by psql, which reads the same bytes from a file by the program, batch by batch in
 * one run. {@code psql.time} by score should be 1 or more. Needs a cluster, psql and gpfdist on the
 * PATH, and segments that reach this machine.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 20)
public class GpfdistProgramBenchmark {

  /** The benchmark's session, with a file beside it that the program serves to psql's session. */
  public static class Session extends GpfdistBenchmark.Session {
    private static final SqlScript EXTERNAL_TABLE = SqlScript.named("gpfdist/external_table");
    private static final SqlScript INSERT = SqlScript.named("gpfdist/insert");

    private PsqlTable beside;
    private GpfdistProgram program;
    private Path file;
    private Map<String, String> externalTable;
    private boolean made;

    @Override
    public void open(TrialState trial, BenchmarkParams params, ThreadParams thread)
        throws SQLException {
      super.open(trial, params, thread);
      beside = new PsqlTable(trial);
      try {
        Path folder = Files.createTempDirectory("storagebench");
        file = Files.createFile(folder.resolve("batch"));
        program = new GpfdistProgram(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      externalTable =
          Map.of(
              "template",
              trial.rows().table().get("template"),
              "locations",
              "'" + program.url(file) + "'");
    }

    @Override
    public void prepare() throws SQLException {
      super.prepare();
      PsqlTable.write(bytes(), file);
      beside.before(this::insert);
    }

    @Override
    public void account() {
      beside.after(this::insert, prepared());
      super.account();
    }

    @Override
    public void close() throws SQLException {
      super.close();
      program.close();
      file.toFile().delete();
      file.getParent().toFile().delete();
      beside.verifyAndDrop();
    }

    private double insert(String table, Psql psql) throws IOException {
      if (!made) {
        for (String statement : EXTERNAL_TABLE.statements(externalTable)) {
          psql.milliseconds(statement + ";");
        }
        made = true;
      }
      return psql.milliseconds("BEGIN;", INSERT.statement(Map.of("table", table)) + ";", "COMMIT;");
    }
  }

  @Benchmark
  public long besideProgram(Session session) throws SQLException {
    return session.insertAndCommit();
  }
}
