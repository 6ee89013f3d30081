package storagebench.stream;

import java.nio.file.Path;
import java.sql.SQLException;
import storagebench.Console;
import storagebench.UserError;
import storagebench.run.folder.ResumeCommand;
import storagebench.server.SqlDiagnosis;

/** Tells the user how to resume a stream, however it stops before its end. */
final class Resumption {
  private final Path folder;
  private final boolean startedBySuite;
  private final Console console;

  /**
   * @param folder the stream's
   * @param startedBySuite whether the server ends with the stream, and the tables with it
   */
  Resumption(Path folder, boolean startedBySuite, Console console) {
    this.folder = folder;
    this.startedBySuite = startedBySuite;
    this.console = console;
  }

  /** Loads, with one line about resuming if it fails or is interrupted. */
  void guard(TimeBreakdown.Step load) {
    Thread interrupted =
        new Thread(() -> console.error("Interrupted; " + advice()), "interrupted-stream");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      load.run();
    } catch (SQLException e) {
      throw told(SqlDiagnosis.explain("go on with the stream", e));
    } catch (UserError e) {
      throw told(e);
    } finally {
      remove(interrupted);
    }
  }

  private UserError told(UserError e) {
    return new UserError(e.getMessage() + "; " + advice(), e);
  }

  private String advice() {
    if (startedBySuite) {
      return "the tables end with the server that was started for them; what was measured is in "
          + folder;
    }
    return "every committed batch is kept; go on with: " + ResumeCommand.of("stream", folder);
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook says what is to be said.
    }
  }
}
