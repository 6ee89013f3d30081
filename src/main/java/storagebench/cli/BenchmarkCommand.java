package storagebench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Help.Ansi;
import storagebench.Console;
import storagebench.Count;
import storagebench.UserError;
import storagebench.render.ReportFolder;
import storagebench.render.TextRenderer;
import storagebench.report.Report;
import storagebench.report.ReportOptions;
import storagebench.run.BenchmarkRun;
import storagebench.run.RunOutcome;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.Benchmarks;
import storagebench.run.plan.Spelling;

/** JMH's command line: lists and help are JMH's own, benchmarks go through a run. */
final class BenchmarkCommand {
  private static final Set<String> SHOWN = Set.of("throughput", "compression");

  private final PrintWriter out;
  private final PrintWriter err;

  BenchmarkCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  int run(String[] args) {
    BenchmarkArguments arguments = BenchmarkArguments.parse(List.of(args));
    if (arguments.options().version()) {
      out.println(Version.text());
      return Main.OK;
    }
    if (arguments.options().help()) {
      return help(arguments.verbose());
    }
    if (isQuestion(arguments.jmh())) {
      return answer(arguments.words());
    }
    refuseMisspelt(arguments.jmh().getIncludes());
    Console console = new Console(out, err, arguments.options().quiet(), System.console() != null);
    BenchmarkRun run = new BenchmarkRun(arguments, List.of(args), console);
    if (arguments.plan()) {
      run.plan(System.getenv());
      return Main.OK;
    }
    RunOutcome outcome = run.run(System.getenv());
    if (outcome.finished() > 0) {
      KeptFiles.lines(outcome.folder(), report(outcome.folder())).forEach(console::line);
    }
    if (!outcome.failures().isEmpty()) {
      throw new UserError(
          Count.of(outcome.failures().size(), "cell")
              + " failed, the first: "
              + outcome.failures().get(0)
              + ". To try them again: "
              + outcome.resumeCommand());
    }
    return Main.OK;
  }

  /** A misspelt command would be a pattern for JMH, and the words after it more patterns. */
  private static void refuseMisspelt(List<String> patterns) {
    patterns.stream()
        .limit(1)
        .flatMap(word -> Spelling.nearest(word, Commands.NAMES).stream())
        .filter(command -> !Benchmarks.storesRows(patterns.get(0)))
        .forEach(
            command -> {
              throw new UserError(
                  command.equals(patterns.get(0))
                      ? command + " is a command and stands before all else; see " + command + " -h"
                      : "no command is called '"
                          + patterns.get(0)
                          + "'; did you mean "
                          + command
                          + "? -h lists all");
            });
  }

  private int help(boolean jmhToo) {
    out.print(Usage.text());
    out.println();
    out.flush();
    return jmhToo ? answer(List.of("-h")) : Main.OK;
  }

  /** The two tables that every run is read for; the folder has all of them. */
  private Report report(Path folder) {
    Report report = Report.read(List.of(folder), ReportOptions.DEFAULT);
    ReportFolder.write(report, folder);
    out.println();
    out.print(Terminal.printable(new TextRenderer(Ansi.AUTO.enabled()).render(report.only(SHOWN))));
    out.println();
    return report;
  }

  private static boolean isQuestion(CommandLineOptions options) {
    return options.shouldList()
        || options.shouldListWithParams()
        || options.shouldListProfilers()
        || options.shouldListResultFormats();
  }

  private static int answer(List<String> words) {
    try {
      org.openjdk.jmh.Main.main(words.toArray(String[]::new));
      return Main.OK;
    } catch (IOException e) {
      throw new UserError("JMH failed: " + e, e);
    }
  }
}
