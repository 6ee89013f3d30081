package storagebench;

import java.io.PrintWriter;
import java.util.OptionalInt;
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
  /**
   * Characters in a line of what people look at: as COLUMNS says, or else the terminal, which is 80
   * wide where it does not say; empty where the output goes elsewhere.
   */
  public static OptionalInt columns() {
    String said = System.getenv("COLUMNS");
    if (said != null && said.matches("[1-9]\\d{0,3}")) {
      return OptionalInt.of(Integer.parseInt(said));
    }
    return System.console() == null
        ? OptionalInt.empty()
        : OptionalInt.of(CommandSpec.create().usageMessage().autoWidth(true).width());
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
