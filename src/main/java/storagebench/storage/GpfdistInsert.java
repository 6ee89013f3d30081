package storagebench.storage;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import storagebench.UserError;
import storagebench.gpfdist.GpfdistServer;
import storagebench.gpfdist.ListenAddress;
import storagebench.gpfdist.OffHeap;
import storagebench.gpfdist.Offer;
import storagebench.gpfdist.RowBlocks;
import storagebench.gpfdist.RowSource;
import storagebench.gpfdist.Served;
import storagebench.server.Server;
import storagebench.server.SqlScript;
import storagebench.server.SqlState;
import storagebench.server.Target;
import storagebench.workload.Batch;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/**
 * INSERT ... SELECT from an external table: the segments fetch the rows from the client by gpfdist,
 * parse them, and send each to where it belongs. The bytes are encoded before the clock starts. The
 * external table is the session's own and goes with it.
 */
public final class GpfdistInsert implements Ingest {
  private static final SqlScript INSERT = SqlScript.named("gpfdist/insert");
  private static final String NO_SEGMENTS =
      "gpfdist needs segments that fetch rows, which this server has not; expected Greenplum or"
          + " Cloudberry; use copy or insertSelect";

  private final Statement statement;
  private final Staging staging;
  private final Workload.Encoder encoder;
  private final GpfdistServer server;
  private final RowSource source;
  private final ArrivalWatch watch;
  private final OffHeap memory = new OffHeap();
  private String sql;
  private List<ByteBuffer> bytes;
  private RowBlocks blocks;
  private Offer offer;

  /**
   * Who asks for rows, and whom.
   *
   * @param primaries how many segments ask
   * @param client address by which the server knows the client
   * @param role of the session, as SQL names it
   */
  private record Segments(int primaries, String client, String role) {
    static Segments of(Connection session) throws SQLException {
      try (Statement query = session.createStatement();
          ResultSet row = query.executeQuery(sql("gpfdist/segments", Map.of()))) {
        row.next();
        return new Segments(
            row.getInt("primaries"), row.getString("client"), row.getString("session_role"));
      }
    }
  }

  private GpfdistInsert(Connection session, Staging staging, GpfdistServer server, RowSource source)
      throws SQLException {
    this.statement = session.createStatement();
    this.staging = staging;
    this.encoder = staging.workload().encoder(staging, CopyFormat.TEXT);
    this.server = server;
    this.source = source;
    this.watch = new ArrivalWatch(statement, server.authority(), ArrivalWatch.USUAL);
  }

  /**
   * Makes the external table, and commits it.
   *
   * @param session opened with {@link Target#AS_PSQL}; inserts; stays the caller's
   * @param staging where the rows come from, over another session
   * @param streams URLs that the segments share; 0 for one for each
   * @throws UserError if the server has no external tables, or the user may not make one
   */
  public static GpfdistInsert open(Connection session, Staging staging, int streams)
      throws SQLException {
    requireCluster(session);
    Segments segments = Segments.of(session);
    GpfdistServer server = GpfdistServer.listen(ListenAddress.orElse(segments.client));
    try {
      RowSource source = server.source(segments.primaries);
      createExternalTable(
          session,
          Map.of(
              "template",
              staging.workload().table().get("template"),
              "locations",
              locations(source, streams)),
          segments.role);
      return new GpfdistInsert(session, staging, server, source);
    } catch (SQLException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /**
   * Why a server cannot be loaded so, if it cannot.
   *
   * @param streams as in {@link #open}
   */
  public static Optional<String> obstacle(Server server, int streams) {
    int primaries = server.primaries().size();
    if (primaries == 0) {
      return Optional.of(NO_SEGMENTS);
    }
    return streams > primaries ? Optional.of(tooMany(streams, primaries)) : Optional.empty();
  }

  private static String tooMany(int streams, int primaries) {
    return "streams is "
        + streams
        + "; expected at most one for each of "
        + primaries
        + " primaries";
  }

  private static void requireCluster(Connection session) throws SQLException {
    try (Statement query = session.createStatement();
        ResultSet row = query.executeQuery(sql("gpfdist/cluster", Map.of()))) {
      if (!row.next()) {
        throw new UserError(NO_SEGMENTS);
      }
    }
  }

  private static String locations(RowSource source, int streams) {
    int urls = streams == 0 ? source.segments() : streams;
    if (urls > source.segments()) {
      throw new UserError(tooMany(urls, source.segments()));
    }
    return source.locations(urls).stream()
        .map(url -> "'" + url + "'")
        .collect(Collectors.joining(", "));
  }

  private static void createExternalTable(
      Connection session, Map<String, String> variables, String role) throws SQLException {
    try {
      SqlScript.named("gpfdist/external_table").execute(session, variables);
      if (!session.getAutoCommit()) {
        session.commit();
      }
    } catch (SQLException e) {
      if (SqlState.INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw new UserError(
            "the user may not read by gpfdist; an administrator has to run ALTER ROLE "
                + role
                + " CREATEEXTTABLE (type='readable', protocol='gpfdist')",
            e);
      }
      throw e;
    }
  }

  private static String sql(String script, Map<String, String> variables) {
    return SqlScript.named(script).statement(variables);
  }

  @Override
  public void into(String table) {
    sql = INSERT.statement(Map.of("table", table));
  }

  @Override
  public Digest prepare(Batch batch) throws SQLException {
    // Or a fork would hold two batches.
    release();
    bytes = memory.copy(encoder.encode(batch).buffers());
    blocks = RowBlocks.of(bytes, source.segments());
    return staging.workload().digest(staging, batch);
  }

  /** The bytes of the prepared batch, in order; null where there is none. */
  public List<ByteBuffer> bytes() {
    return bytes;
  }

  @Override
  public long insert() throws SQLException {
    offer = source.offer(blocks);
    return watch.execute(sql, offer);
  }

  /** What the last insert was served. */
  public Served served() {
    return offer.served();
  }

  @Override
  public List<Figure> figures() {
    return ServedFigures.of(offer.served());
  }

  @Override
  public void release() {
    source.withdraw();
    blocks = null;
    bytes = null;
  }

  @Override
  public void close() {
    watch.close();
    server.close();
  }
}
