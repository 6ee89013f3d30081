package storagebench.stream;

import java.nio.file.Path;
import java.sql.SQLException;
import storagebench.UserError;
import storagebench.run.Console;
import storagebench.target.SqlDiagnosis;

/** Tells the user, however a stream stops before its end, how to go on with it. */
final class Resumption {
  private final Path folder;
  private final Console console;

  Resumption(Path folder, Console console) {
    this.folder = folder;
    this.console = console;
  }

  /** Loads, with one line about resuming if it fails or is cancelled. */
  void guard(Timesheet.Step load) {
    Thread cancelled = new Thread(() -> console.notice("Cancelled; " + advice()), "cancelled");
    Runtime.getRuntime().addShutdownHook(cancelled);
    try {
      load.run();
    } catch (SQLException e) {
      throw told(SqlDiagnosis.explain("go on with the stream", e));
    } catch (UserError e) {
      throw told(e);
    } finally {
      remove(cancelled);
    }
  }

  private UserError told(UserError e) {
    return new UserError(e.getMessage() + "; " + advice(), e);
  }

  private String advice() {
    return "what is committed is kept, 'stream --resume " + folder + "' goes on";
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook says what is to be said.
    }
  }
}
