package storagebench.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import storagebench.UserError;

/** Entry point of the jar: a command, or else JMH's own command line. */
@Command(
    name = "benchmarks.jar",
    subcommands = {
      TargetCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      CalibrateCommand.class,
      StreamCommand.class,
      CleanCommand.class
    },
    description = "Without a command: JMH's command line; see -h.")
public final class Main {
  /** Done. */
  static final int OK = 0;

  /** Wrong use, unreachable target, unreadable input, a failed cell. */
  static final int WRONG = 2;

  private static final String VERBOSE = "--verbose";

  /** Held here because the JDK forgets loggers that nobody holds. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
  }

  /**
   * Runs a command line.
   *
   * @return the exit code
   */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    boolean verbose = Arrays.asList(args).contains(VERBOSE);
    quietLibraries(verbose);
    try {
      return isCommand(args) ? command(args, out, err) : new BenchmarkCommand(out, err).run(args);
    } catch (UserError e) {
      return tell(e, verbose, err);
    }
  }

  private static boolean isCommand(String[] args) {
    return args.length > 0 && new CommandLine(new Main()).getSubcommands().containsKey(args[0]);
  }

  private static int command(String[] args, PrintWriter out, PrintWriter err) {
    List<String> words = Arrays.stream(args).filter(word -> !word.equals(VERBOSE)).toList();
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (thrown, commandLine, parsed) -> tell(thrown, words.size() < args.length, err))
        .setParameterExceptionHandler(
            (wrong, given) -> {
              err.println(
                  wrong.getMessage() + "; see " + wrong.getCommandLine().getCommandName() + " -h");
              return WRONG;
            })
        .execute(words.toArray(String[]::new));
  }

  private static int tell(Exception thrown, boolean verbose, PrintWriter err) {
    boolean foreseen = thrown instanceof UserError;
    err.println("Error: " + (foreseen ? thrown.getMessage() : thrown.toString()));
    if (verbose) {
      thrown.printStackTrace(err);
    } else if (!foreseen) {
      err.println("This is a fault of the suite; " + VERBOSE + " shows where.");
    }
    return WRONG;
  }

  /** What libraries say of their own work is for their developers. */
  private static void quietLibraries(boolean verbose) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "off");
    DRIVER.setLevel(verbose ? Level.INFO : Level.OFF);
  }
}
