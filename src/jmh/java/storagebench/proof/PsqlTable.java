package storagebench.proof;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import storagebench.benchmark.TrialState;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.storage.BenchTable;
import storagebench.storage.Indexes;
import storagebench.workload.Digest;

/**
 * A second table of the trial's variant, which psql fills with the same batches: before or after
 * the benchmark's own insert, as a coin falls, so that neither gains from what the other left
 * behind. The times go into JMH's result as {@code psql.time}.
 */
final class PsqlTable {
  private final SplittableRandom coin = new SplittableRandom();
  private final TrialState trial;
  private final Connection connection;
  private final BenchTable table;
  private final Psql psql;
  private Digest sent = Digest.EMPTY;
  private boolean first;
  private int batches;

  /** How psql inserts and commits the prepared batch; milliseconds by its own clock. */
  @FunctionalInterface
  interface Insert {
    double into(String table, Psql psql) throws IOException;
  }

  PsqlTable(TrialState trial) {
    this.trial = trial;
    Target target = TargetFinder.inFork();
    this.connection = target.connect();
    this.table =
        BenchTable.create(connection, trial.rows(), trial.definition(), new Indexes(trial.indexes));
    this.psql = new Psql(target);
  }

  /** Puts a batch where psql's side reads it. */
  static void write(List<ByteBuffer> batch, Path file) {
    try (WritableByteChannel out = Files.newByteChannel(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      for (ByteBuffer part : batch) {
        for (ByteBuffer left = part.duplicate(); left.hasRemaining(); ) {
          out.write(left);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In every two batches each goes first once. */
  void before(Insert insert) {
    boolean second = batches++ % 2 == 1;
    first = second ? !first : coin.nextBoolean();
    if (first) {
      run(insert);
    }
  }

  void after(Insert insert, Digest batch) {
    if (!first) {
      run(insert);
    }
    sent = sent.plus(batch);
  }

  void verifyAndDrop() throws SQLException {
    try {
      table.verify(sent);
    } finally {
      psql.close();
      table.drop();
      connection.close();
    }
  }

  private void run(Insert insert) {
    try {
      trial.figure("psql.time", insert.into(table.name(), psql), "ms");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
