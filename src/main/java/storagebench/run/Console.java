package storagebench.run;

import java.io.PrintWriter;

/**
 * What the user sees of a run.
 *
 * @param out results and progress
 * @param err notices, warnings and errors
 * @param verbose whether to show more than one line of an error
 */
public record Console(PrintWriter out, PrintWriter err, boolean verbose) {
  /** Prints a result or progress. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Prints a notice, warning or error. */
  public void notice(String text) {
    err.println(text);
    err.flush();
  }
}
