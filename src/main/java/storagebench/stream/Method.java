package storagebench.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import storagebench.server.Server;
import storagebench.storage.Copy;
import storagebench.storage.GpfdistInsert;
import storagebench.storage.Ingest;
import storagebench.storage.InsertSelect;
import storagebench.storage.Staging;
import storagebench.workload.CopyFormat;

/** How the batches of a stream get into its tables. */
public enum Method {
  /** From a table staged on the server: shows the storage format. */
  INSERT_SELECT("insertSelect"),
  /** By COPY text from the client: what a loader sees. */
  COPY("copy"),
  /** By gpfdist: the segments fetch the rows from the client. */
  GPFDIST("gpfdist");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /** Why a server cannot take batches so, if it cannot. */
  Optional<String> obstacle(Server server) {
    return this == GPFDIST ? GpfdistInsert.obstacle(server, 0) : Optional.empty();
  }

  /**
   * The way in.
   *
   * @param session inserts
   * @param staging where the rows come from, over another session
   */
  Ingest open(Connection session, Staging staging) throws SQLException {
    return switch (this) {
      case INSERT_SELECT -> new InsertSelect(session, staging);
      case COPY -> new Copy(session, CopyFormat.TEXT, staging);
      case GPFDIST -> GpfdistInsert.open(session, staging, 0);
    };
  }

  /** As on the command line and in results. */
  public String word() {
    return word;
  }
}
