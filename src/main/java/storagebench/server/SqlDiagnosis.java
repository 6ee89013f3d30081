package storagebench.server;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import storagebench.UserError;

/** Turns what the server or the driver said into one line for the user. */
public final class SqlDiagnosis {
  /** By SQLSTATE or, where that is not listed, by its class, the first two characters. */
  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry(
              SqlState.CONNECTION_EXCEPTIONS,
              "the connection failed; check that the server runs and is reachable"),
          Map.entry(
              SqlState.INVALID_AUTHORIZATION,
              "check the user and give the password in PGPASSWORD or a password file"),
          Map.entry(SqlState.UNKNOWN_DATABASE, "name an existing database in CLOUDBERRY_URL"),
          Map.entry(
              SqlState.READ_ONLY_TRANSACTION,
              "the server takes no writes; name its coordinator in CLOUDBERRY_URL"),
          Map.entry(
              SqlState.INSUFFICIENT_PRIVILEGE,
              "the user lacks a privilege; GRANT CREATE ON DATABASE lets it measure"),
          Map.entry(
              SqlState.UNDEFINED_TABLE,
              "the table is gone: something else dropped it during the run"),
          Map.entry(
              SqlState.DISK_FULL, "the server's disk is full; free space or use smaller batches"),
          Map.entry(
              SqlState.INSUFFICIENT_RESOURCES,
              "the server ran out of a resource; give it more or use fewer sessions"),
          Map.entry(
              SqlState.CANNOT_CONNECT_NOW,
              "the server or a segment is starting up, recovering or down; wait"),
          Map.entry(SqlState.ENDED_BY_SERVER, "the server ended the session; look into its log"),
          Map.entry(
              SqlState.SEGMENT_FAILURE,
              "a segment is down; recover the cluster, for instance by gprecoverseg"),
          Map.entry(
              SqlState.SYSTEM_ERROR, "the server's operating system failed it; look into its log"),
          Map.entry(
              SqlState.INTERNAL_ERROR,
              "the server failed inside; look into its log and its segments' logs"));

  private SqlDiagnosis() {}

  /**
   * The error for the user.
   *
   * @param doing what was under way, as in "cannot {@code doing}"
   * @param failure what the driver threw
   */
  public static UserError explain(String doing, SQLException failure) {
    return new UserError("cannot " + doing + ": " + oneLine(failure) + advice(failure), failure);
  }

  /**
   * Why the server refuses a statement; empty if something else went wrong than the statement, such
   * as a connection or a right.
   *
   * @param failure what {@link #explain} made
   */
  public static Optional<String> refusal(UserError failure) {
    return failure.getCause() instanceof SQLException cause && isRefusal(cause)
        ? Optional.of(oneLine(cause).replaceFirst("^ERROR: ", ""))
        : Optional.empty();
  }

  private static boolean isRefusal(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return !state.equals(SqlState.INSUFFICIENT_PRIVILEGE)
        && SqlState.REFUSALS.stream().anyMatch(state::startsWith);
  }

  private static String oneLine(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse("").strip().replaceFirst("\\.$", "");
  }

  private static String advice(SQLException failure) {
    String state = failure.getSQLState();
    for (int length = 5; state != null && length >= 2; length--) {
      String advice = state.length() < length ? null : ADVICE.get(state.substring(0, length));
      if (advice != null) {
        return " (" + advice + ")";
      }
    }
    return "";
  }
}
