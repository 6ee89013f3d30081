package storagebench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import storagebench.Console;
import storagebench.Count;
import storagebench.UserError;
import storagebench.render.ReportFolder;
import storagebench.report.Report;
import storagebench.report.ReportOptions;
import storagebench.run.BenchmarkRun;
import storagebench.run.RunOutcome;
import storagebench.run.RunRequest;
import storagebench.run.UntilPrecise;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.Benchmarks;
import storagebench.run.plan.CommonOptions;
import storagebench.run.plan.Spelling;

/**
 * The jar: a command, or else JMH's command line, whose lists and help are JMH's own and whose
 * benchmarks go through a run.
 */
@Command(
    name = "benchmarks.jar",
    subcommands = {
      TargetCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      HistoryCommand.class,
      DuelCommand.class,
      ChooseCommand.class,
      StreamCommand.class,
      CalibrateCommand.class,
      CleanCommand.class
    },
    // As JMH's options are written.
    separator = " ",
    customSynopsis = {
      HelpLayout.JAR + "COMMAND [ARGUMENT]...",
      HelpLayout.JAR + "[BENCHMARK]... [OPTION]..."
    },
    description = {
      "Measures what it costs to insert and commit batches of rows into each storage format of a"
          + " server, and prints tables. Without a command it runs the benchmarks insertSelect,"
          + " copy, multiRowInsert and, on a cluster, gpfdist, or those that the regular"
          + " expressions BENCHMARK match. The other options of JMH work too; -h --verbose lists"
          + " them. -h after a command shows its own help."
    },
    exitCodeList = {"0:done", "2:wrong use or a failed cell"},
    footer = {
      HelpLayout.JAR + "insertSelect -p variant=AO,AOCO -p batchSize=100000",
      "two formats, in batches of 100,000 rows",
      HelpLayout.JAR + "copy -p workload=public.orders --until 2%",
      "COPY of the rows of a table of yours, until intervals are within 2 %",
      HelpLayout.JAR + "insertSelect -p variant=AOCO -prof waits -prof wal",
      "where the time of an insert goes"
    })
final class BenchmarkCommand {
  private static final Set<String> SHOWN = Set.of("throughput", "compression");

  @Mixin private CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec;

  private PrintWriter out;

  /** The command line of the jar, ready to parse. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new BenchmarkCommand());
    // A command stands before all else; the same word after others is a pattern of JMH.
    line.getCommandSpec().parser().unmatchedArgumentsAllowed(true).stopAtUnmatched(true);
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    HelpLayout.of(line);
    return line.setExpandAtFiles(false);
  }

  /** What was given of the options that every command has. */
  CommonOptions common() {
    return common;
  }

  /** What libraries say of their own work is for their developers, unless it was asked for. */
  void quietLibraries() {
    if (!common.verbose()) {
      LogManager.getLogManager().reset();
    }
  }

  /**
   * Runs what is no command.
   *
   * @return the exit code
   */
  int run() {
    out = spec.commandLine().getOut();
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    BenchmarkArguments arguments = BenchmarkArguments.parse(words);
    common = arguments.common();
    quietLibraries();
    if (common.version()) {
      out.println(Version.text());
      return Main.OK;
    }
    if (common.help()) {
      return help();
    }
    if (isQuestion(arguments.jmh())) {
      return answer(arguments.words());
    }
    refuseMisspelt(arguments.jmh().getIncludes());
    Console console =
        new Console(
            out,
            spec.commandLine().getErr(),
            arguments.options().quiet(),
            System.console() != null);
    BenchmarkRun run = new BenchmarkRun(RunRequest.of(arguments, words), UntilPrecise::of, console);
    if (arguments.plan()) {
      run.plan(System.getenv());
      return Main.OK;
    }
    return ended(run.run(System.getenv()), console);
  }

  private int ended(RunOutcome outcome, Console console) {
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
  private void refuseMisspelt(List<String> patterns) {
    patterns.stream()
        .limit(1)
        .flatMap(word -> Spelling.nearest(word, spec.subcommands().keySet()).stream())
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

  private int help() {
    out.print(spec.commandLine().getUsageMessage(Ansi.AUTO));
    out.flush();
    return common.verbose() ? answer(List.of("-h")) : Main.OK;
  }

  /** The answer and the two tables that every run is read for; the folder has all of them. */
  private Report report(Path folder) {
    Report report = Report.read(List.of(folder), ReportOptions.DEFAULT);
    ReportFolder.write(report, folder);
    out.println();
    String shown = Terminal.renderer().render(report, table -> SHOWN.contains(table.id()));
    out.print(Terminal.printable(shown));
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
