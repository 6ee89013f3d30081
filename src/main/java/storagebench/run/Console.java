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
  /** A line of results or progress. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line that is not a result. */
  public void notice(String text) {
    err.println(text);
    err.flush();
  }
}
