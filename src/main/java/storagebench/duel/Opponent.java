package storagebench.duel;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import storagebench.UserError;
import storagebench.run.Fingerprint;
import storagebench.run.Preflight;
import storagebench.side.Side;
import storagebench.storage.BenchSchema;
import storagebench.storage.Variant;
import storagebench.target.Server;
import storagebench.target.SqlDiagnosis;
import storagebench.target.SqlScript;
import storagebench.target.Target;

/** A side with its server, ready to be measured. Closing it ends its session. */
final class Opponent implements AutoCloseable {
  private final DuelSide side;
  private final Target target;
  private final Connection connection;
  private final Server server;
  private final String database;

  /**
   * Connects and looks.
   *
   * @param target with the side's settings; stays the caller's
   * @throws UserError if the side cannot be measured there
   */
  Opponent(DuelSide side, Target target) {
    this.side = side;
    this.target = target;
    this.connection = target.connect();
    try {
      server = Server.read(connection);
      database = database(connection);
    } catch (SQLException e) {
      close();
      throw SqlDiagnosis.explain("read from the " + target, e);
    }
  }

  private static String database(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(SqlScript.named("server/database").statement(Map.of()))) {
      row.next();
      return row.getString("database");
    }
  }

  /** Makes sure that the server takes writes and can store the side's variant. */
  void check() {
    Preflight.check(server, connection);
    Variant variant = side.variant().orElseThrow();
    variant
        .obstacle(server)
        .ifPresent(
            why -> {
              throw new UserError(
                  "the " + side.role() + "'s " + variant + " cannot be stored: " + why);
            });
  }

  /** Makes the schema and keeps others out of it, unless the other side's session does. */
  void enter(boolean alreadyLocked) {
    BenchSchema schema = schema();
    schema.create(server);
    if (!alreadyLocked) {
      schema.lock();
      schema.dropTrials();
    }
  }

  /** The schema on its server. */
  BenchSchema schema() {
    return new BenchSchema(connection);
  }

  /** Whether both are in the same database, whatever address led there. */
  boolean sharesDatabaseWith(Opponent other) {
    return database.equals(other.database);
  }

  /** What would spoil the measurement. */
  List<String> warnings() {
    return Preflight.warnings(server);
  }

  String description() {
    return side + " on " + target.description() + ", " + server.product();
  }

  Fingerprint fingerprint(List<String> command, long order) {
    return Fingerprint.of(command, order, target.description(), server)
        .with(side.settings(), side.variant().orElseThrow(), side.ddl());
  }

  /**
   * What a fork has to know.
   *
   * @param ddlFile a copy of the side's own DDL; null if it has none
   */
  Side handedOver(Path ddlFile) {
    return new Side(side.variant().orElseThrow(), ddlFile, side.settings(), target.handoff());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("leave the " + target, e);
    }
  }
}
