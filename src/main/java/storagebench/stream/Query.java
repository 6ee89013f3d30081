package storagebench.stream;

import java.util.Locale;
import java.util.Map;
import storagebench.server.SqlScript;

/**
 * A query that is run on the tables after loading; each has its file in {@code sql/stream/query/}.
 */
enum Query {
  LAST_HOUR,
  CALLER,
  TOWERS_AT_NOON,
  BUSIEST_TOWERS;

  /** As in results. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The query of a table.
   *
   * @param caller the number that {@link #CALLER} asks for
   */
  String statement(String table, String caller) {
    return SqlScript.named("stream/query/" + word())
        .statement(Map.of("table", table, "caller", caller));
  }
}
