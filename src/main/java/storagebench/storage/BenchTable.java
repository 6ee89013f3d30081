package storagebench.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import storagebench.UserError;
import storagebench.server.SqlDiagnosis;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

/** The table of one trial or stream: created empty, filled, verified, measured, dropped. */
public final class BenchTable {
  /** The names of all tables of trials begin with this. */
  static final String PREFIX = "trial_";

  private static final int WORD = 20;

  private static final int PRELOAD_ROWS = 100_000;

  private final Connection connection;
  private final Workload workload;
  private Variant variant;
  private final Partitions partitions;
  private final String name;
  private SizeQueries sizes;

  /**
   * A table that is there.
   *
   * @param connection stays the caller's
   * @param name within the schema
   */
  public BenchTable(
      Connection connection,
      Workload workload,
      Variant variant,
      Partitions partitions,
      String name) {
    this.connection = connection;
    this.workload = workload;
    this.variant = variant;
    this.partitions = partitions;
    this.name = name;
  }

  /**
   * Creates the table of a trial and its indexes.
   *
   * @param connection stays the caller's; commits every statement
   */
  public static BenchTable create(
      Connection connection, Workload workload, Variant variant, Indexes indexes) {
    String name =
        PREFIX
            + word(variant)
            + "_"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    BenchTable table = new BenchTable(connection, workload, variant, Partitions.NONE, name);
    table.create(indexes);
    return table;
  }

  /** The beginning of the variant's name without what would need quotes. */
  private static String word(Variant variant) {
    String word = variant.name().replaceAll("^.*/|\\.sql$", "").toLowerCase(Locale.ROOT);
    word = word.replaceAll("[^a-z0-9]", "_");
    return word.substring(0, Math.min(word.length(), WORD));
  }

  /** Creates it, empty, and its indexes. */
  public void create(Indexes indexes) {
    try {
      Map<String, String> definition = workload.definition(name);
      definition.putAll(variant.options(workload.table()));
      partitions.create(connection, variant.file(), definition);
      TableCatalog catalog = new TableCatalog(connection, partitions.relations(connection, name));
      variant = catalog.stored(variant);
      indexes.create(connection, workload, name);
      catalog.requireOptions(variant, variant.options(workload.table()));
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("create a table of variant " + variant, e);
    }
  }

  /** Its definition. */
  public Variant variant() {
    return variant;
  }

  /** Its name within the schema. */
  public String name() {
    return name;
  }

  /** Its name as a variable of the files in {@code sql/}. */
  public Map<String, String> variables() {
    return Map.of("table", name);
  }

  /**
   * Loads the rows that come before the first batch, staged as batches are.
   *
   * @param rows 0 or more
   * @return what was loaded
   */
  public Digest preload(Staging staging, int rows) {
    Digest loaded = Digest.EMPTY;
    try {
      while (loaded.rows() < rows) {
        int left = (int) (rows - loaded.rows());
        Batch batch = new Batch(CallStream.ORIGIN - left, Math.min(left, PRELOAD_ROWS));
        loaded = loaded.plus(insert(staging, batch));
      }
      return loaded;
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("preload the " + variant + " table " + name, e);
    }
  }

  /**
   * Inserts a batch from where it is staged.
   *
   * @return what was inserted
   */
  public Digest insert(Staging staging, Batch batch) throws SQLException {
    Staging.StagedBatch staged = staging.stage(batch);
    SqlScript.named("insert_select")
        .execute(connection, Map.of("table", name, "staged", staged.table()));
    return staged.digest();
  }

  /**
   * Counts and checks every row.
   *
   * @param sent what the client sent and the server acknowledged
   * @throws UserError if the table holds anything else
   */
  public void verify(Digest sent) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(workload.checksum(name))) {
      row.next();
      long rows = row.getLong("row_count");
      BigDecimal checksum = row.getBigDecimal("checksum");
      // Both sides add modulo 2^64, the server after the fact.
      if (rows != sent.rows() || checksum.toBigInteger().longValue() != sent.checksum()) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "the %s table %s holds %d rows with checksum %016x, but %d rows with checksum %016x"
                    + " were sent; it does not count",
                variant,
                name,
                rows,
                checksum.toBigInteger().longValue(),
                sent.rows(),
                sent.checksum()));
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("verify the " + variant + " table " + name, e);
    }
  }

  /** Reads its sizes, those of all its partitions together. */
  public Footprint footprint() {
    try {
      if (sizes == null) {
        sizes = SizeQueries.of(connection, variant);
      }
      return sizes.footprint(partitions.relations(connection, name));
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read the sizes of the " + variant + " table " + name, e);
    }
  }

  /**
   * Sorts its rows by its cluster columns.
   *
   * @return seconds that it took
   */
  public double cluster() {
    try (Statement statement = connection.createStatement()) {
      List<String> clusters = new ArrayList<>();
      for (String relation : partitions.relations(connection, name)) {
        clusters.add(SqlScript.named("cluster").statement(Map.of("table", relation)));
      }
      long begun = System.nanoTime();
      for (String cluster : clusters) {
        statement.execute(cluster);
      }
      return (System.nanoTime() - begun) / 1e9;
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("cluster the table " + name, e);
    }
  }

  /** Drops it. */
  public void drop() {
    try {
      SqlScript.named("drop").execute(connection, variables());
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("drop the table " + name, e);
    }
  }
}
