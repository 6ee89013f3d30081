package storagebench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import storagebench.UserError;
import storagebench.render.layout.Inert;

/** Entry point of the jar: a command, or else JMH's own command line. */
public final class Main {
  /** Done. */
  static final int OK = 0;

  /** Wrong use, unreachable target, unreadable input, a failed cell. */
  static final int WRONG = 2;

  /** Commands that only read files, and need not start what logs of servers. */
  private static final Set<String> WITHOUT_SERVER = Set.of("report", "compare", "calibrate");

  private static final String VERBOSE = "--verbose";

  /** Commands that show JMH's own text too when asked to say more. */
  private static final Set<String> TAKE_VERBOSE = Set.of("duel");

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
    boolean verbose = Arrays.asList(args).contains(VERBOSE);
    String first = args.length > 0 ? args[0] : "";
    if (!verbose && !WITHOUT_SERVER.contains(first)) {
      LibraryLog.quiet();
    }
    try {
      return Commands.named(first)
          .map(command -> run(command, args, out, err))
          .orElseGet(() -> new BenchmarkCommand(out, err).run(args));
    } catch (RuntimeException e) {
      // What nobody foresaw included: the JVM would end with 1, which compare says of a regression.
      return tell(e, verbose, err);
    } catch (OutOfMemoryError e) {
      return tell(
          new UserError("not enough memory; give more, as in java -Xmx2g", e), verbose, err);
    }
  }

  private static int run(CommandLine command, String[] args, PrintWriter out, PrintWriter err) {
    boolean verbose = Arrays.asList(args).contains(VERBOSE);
    List<String> words =
        Arrays.stream(args)
            .skip(1)
            .filter(word -> TAKE_VERBOSE.contains(args[0]) || !word.equals(VERBOSE))
            .toList();
    command.getCommandSpec().versionProvider(new Version());
    return command
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((thrown, commandLine, parsed) -> tell(thrown, verbose, err))
        .setParameterExceptionHandler(
            (wrong, given) -> {
              err.println(wrong.getMessage() + "; see " + args[0] + " -h");
              return WRONG;
            })
        .execute(words.toArray(String[]::new));
  }

  private static int tell(Exception thrown, boolean verbose, PrintWriter err) {
    boolean foreseen = thrown instanceof UserError;
    // Names from other people's files are in messages too, and in those of causes.
    err.println("Error: " + Inert.line(foreseen ? thrown.getMessage() : thrown.toString()));
    if (verbose) {
      trace(thrown, err);
    } else if (!foreseen) {
      err.println("This is a fault of the suite; " + VERBOSE + " shows where.");
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
