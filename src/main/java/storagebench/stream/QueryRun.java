package storagebench.stream;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

final class QueryRun {
  QueryRun(Connection connection, StreamPlan plan, Phase phase, Path folder) {}

  void run() throws SQLException {}
}
