package storagebench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import storagebench.Console;
import storagebench.Count;
import storagebench.UserError;
import storagebench.choose.Choices;
import storagebench.choose.RaceGoal;
import storagebench.render.ChoiceFiles;
import storagebench.results.Params;
import storagebench.run.BenchmarkRun;
import storagebench.run.RunOutcome;
import storagebench.run.folder.ResumeCheck;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.Amounts;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.CommonOptions;
import storagebench.run.plan.RunOptions;
import storagebench.server.UserScripts;

/** Races table definitions for speed and size, and says which to choose. */
@Command(
    name = "choose",
    sortOptions = false,
    customSynopsis = {
      "benchmarks.jar choose [OPTION]... [JMH option]...",
      "       benchmarks.jar choose --resume FOLDER"
    },
    description = {
      "Races table definitions for rows a second and bytes a row: all begin, those that are",
      "beaten beyond doubt drop out, and the time goes to those that are close.",
      "",
      "All else is as in a run: -p workload=public.orders, -p batchSize=100000,",
      "-p indexes=false,true (each is a race), -p variant=my.sql,AO and the options of a",
      "table narrow the candidates; --budget TIME, --seed N, --results DIR, --settle TIME,",
      "--quiet, --verbose. --plan prints the candidates and measures nothing."
    })
public final class ChooseCommand implements Callable<Integer> {
  private static final String NAME = "choose";
  private static final String BENCHMARK = "\\.InsertSelectBenchmark\\.insertSelect$";

  /** What is worth a try, where the user does not say. */
  private static final List<List<String>> USUAL =
      List.of(
          List.of(Params.BATCH_SIZE, "100000"),
          List.of(Params.INDEXES, "false"),
          List.of(Params.COMPRESSTYPE, "none,zstd,zlib,rle_type"),
          List.of(Params.COMPRESSLEVEL, "1,3,9"),
          List.of("blocksize", "32768,131072"));

  @Option(
      names = "--margin",
      defaultValue = "3%",
      converter = Amounts.Share.class,
      paramLabel = "SHARE",
      description =
          "what is no farther apart in speed is equal, and the smaller stays (default: ${DEFAULT-VALUE})")
  private double margin;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = "go on with the race in that folder")
  private Path resume;

  @Unmatched private List<String> jmh = new ArrayList<>();

  @ParentCommand private BenchmarkCommand jar;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    return resume == null ? begun(words) : resumed(words);
  }

  private int begun(List<String> words) {
    BenchmarkArguments asked = BenchmarkArguments.parse(jmh, jar.common());
    BenchmarkArguments arguments = asked.with(withUsual(asked));
    long drawn = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    Long seed = asked.options().seed();
    List<String> kept = new ArrayList<>(List.of("--margin", Double.toString(100 * margin)));
    kept.addAll(arguments.words());
    RunPlan plan = RunPlan.of(NAME, kept, arguments, seed == null ? drawn : seed);
    return run(arguments, plan, Optional.empty(), words, margin);
  }

  /** All that decides what is measured comes from the folder. */
  private int resumed(List<String> words) {
    List<String> more = new ArrayList<>();
    List<String> own = words.subList(words.indexOf(NAME) + 1, words.size());
    RunOptions options = RunOptions.parse(own, new CommonOptions(), more);
    if (!more.isEmpty()) {
      throw new UserError(
          "--resume goes on with a race as it was begun; leave out " + String.join(" ", more));
    }
    RunPlan plan = RunPlan.in(resume, NAME);
    new ResumeCheck(resume).plan(plan, more, options);
    ChooseCommand before = new ChooseCommand();
    new CommandLine(before).parseArgs(plan.arguments().toArray(String[]::new));
    UserScripts.readFrom(resume);
    return run(
        BenchmarkArguments.parse(own).with(before.jmh),
        plan.extendedBy(options),
        Optional.of(resume),
        words,
        before.margin);
  }

  private int run(
      BenchmarkArguments arguments,
      RunPlan plan,
      Optional<Path> folder,
      List<String> words,
      double equal) {
    Console console =
        new Console(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            arguments.options().quiet(),
            System.console() != null);
    List<RaceGoal> goals = new ArrayList<>();
    BenchmarkRun run =
        new BenchmarkRun(
            arguments,
            plan,
            folder,
            words,
            kept -> {
              goals.add(new RaceGoal(kept, equal));
              return goals.get(0);
            },
            console);
    if (arguments.plan()) {
      run.plan(System.getenv());
      return Main.OK;
    }
    RunOutcome outcome = run.run(System.getenv());
    return told(goals.get(0).choices(), outcome);
  }

  private int told(Choices choices, RunOutcome outcome) {
    ChoiceFiles.write(choices, outcome.folder());
    spec.commandLine().getOut().println();
    spec.commandLine().getOut().print(Terminal.printable(ChoiceFiles.text(choices)));
    spec.commandLine().getOut().println("All of it: " + outcome.folder().resolve("choice.html"));
    spec.commandLine().getOut().flush();
    if (choices.all().isEmpty()) {
      throw new UserError(
          "no round was finished, so nothing can be said; a larger --budget is needed. To go on: "
              + outcome.resumeCommand()
              + " --budget TIME");
    }
    if (!outcome.failures().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              Count.of(outcome.failures().size(), "candidate")
                  + " failed and left the race; the first: "
                  + outcome.failures().get(0));
    }
    return Main.OK;
  }

  private static List<String> withUsual(BenchmarkArguments asked) {
    CommandLineOptions given = asked.jmh();
    List<String> words = new ArrayList<>(asked.words());
    if (given.getIncludes().isEmpty()) {
      words.add(0, BENCHMARK);
    }
    for (List<String> parameter : USUAL) {
      if (!given.getParameter(parameter.get(0)).hasValue()) {
        words.addAll(List.of("-p", String.join("=", parameter)));
      }
    }
    if (!given.getForkCount().hasValue()) {
      words.addAll(List.of("-f", "1"));
    }
    return words;
  }
}
