package storagebench;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the user sees of a run.
 *
 * @param out results and progress
 * @param err notices, warnings and errors
 * @param quiet whether to leave out all but errors
 * @param terminal whether somebody looks at it on a terminal
 */
public record Console(PrintWriter out, PrintWriter err, boolean quiet, boolean terminal) {
  /** How wide the terminal is, in characters; 80 where it does not say. */
  public static int columns() {
    return CommandSpec.create().usageMessage().autoWidth(true).width();
  }

  /** A line of progress. */
  public void line(String text) {
    if (!quiet) {
      out.println(text);
      out.flush();
    }
  }

  /** A notice or a warning. */
  public void notice(String text) {
    if (!quiet) {
      error(text);
    }
  }

  /** What is wrong. */
  public void error(String text) {
    err.println(text);
    err.flush();
  }

  /** A line after which nothing is shown any more, whoever writes it to out or err. */
  public void lastWords(String text) {
    out.close();
    error(text);
    err.close();
  }
}
