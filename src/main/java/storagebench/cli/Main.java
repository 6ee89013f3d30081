package storagebench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import storagebench.UserError;
import storagebench.render.layout.Inert;

/** Entry point of the jar: a command, or else JMH's own command line. */
public final class Main {
  /** Done. */
  static final int OK = 0;

  /** Wrong use, unreachable target, unreadable input, a failed cell. */
  static final int WRONG = 2;

  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(args, out, new PrintWriter(System.err, true)));
  }

  /**
   * Runs a command line.
   *
   * @return the exit code
   */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = BenchmarkCommand.line().setOut(out).setErr(err);
    BenchmarkCommand jar = line.getCommand();
    try {
      ParseResult parsed = line.parseArgs(args);
      if (!parsed.hasSubcommand()) {
        return jar.run();
      }
      jar.quietLibraries();
      return new RunLast().execute(parsed);
    } catch (ParameterException e) {
      err.println(e.getMessage() + "; see " + e.getCommandLine().getCommandName() + " -h");
      return WRONG;
    } catch (ExecutionException e) {
      return tell((Exception) e.getCause(), jar.common().verbose(), err);
    } catch (RuntimeException e) {
      // What nobody foresaw included: the JVM would end with 1, which compare says of a regression.
      return tell(e, jar.common().verbose(), err);
    } catch (OutOfMemoryError e) {
      return tell(
          new UserError("not enough memory; give more, as in java -Xmx2g", e),
          jar.common().verbose(),
          err);
    }
  }

  private static int tell(Exception thrown, boolean verbose, PrintWriter err) {
    boolean foreseen = thrown instanceof UserError;
    // Names from other people's files are in messages too, and in those of causes.
    err.println("Error: " + Inert.line(foreseen ? thrown.getMessage() : thrown.toString()));
    if (verbose) {
      trace(thrown, err);
    } else if (!foreseen) {
      err.println("This is a fault of the suite; --verbose shows where.");
    }
    return WRONG;
  }

  /** The stack traces of an exception and its causes, whose messages are from anywhere too. */
  private static void trace(Throwable thrown, PrintWriter err) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      err.println(Inert.line(t.toString()));
      Arrays.stream(t.getStackTrace()).forEach(place -> err.println("\tat " + place));
    }
  }
}
