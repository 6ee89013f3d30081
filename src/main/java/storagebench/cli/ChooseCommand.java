package storagebench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import storagebench.Console;
import storagebench.Count;
import storagebench.UserError;
import storagebench.choose.Choices;
import storagebench.choose.FrontQueries;
import storagebench.choose.RaceGoal;
import storagebench.compare.noise.Margins;
import storagebench.query.UserQueries;
import storagebench.render.ChoiceFiles;
import storagebench.render.ReportFolder;
import storagebench.report.Report;
import storagebench.report.ReportOptions;
import storagebench.run.BenchmarkRun;
import storagebench.run.Epilogue;
import storagebench.run.RunOutcome;
import storagebench.run.RunRequest;
import storagebench.run.folder.ResumeCheck;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.CommonOptions;
import storagebench.run.plan.RunOptions;
import storagebench.server.UserScripts;

/** Races table definitions for speed and size, and says which to choose. */
@Command(
    name = "choose",
    sortOptions = false,
    customSynopsis = {
      HelpLayout.JAR + "choose [BENCHMARK]... [OPTION]...",
      HelpLayout.JAR + "choose --resume FOLDER"
    },
    description = {
      "Races table definitions for rows a second and bytes a row. All begin, those that are beaten"
          + " beyond doubt drop out, and the time goes to those that are close. In the end it"
          + " prints the fastest, the smallest and a balanced pick with their CREATE TABLE.",
      "",
      "-p variant=my.sql,AO and the options of a table narrow the candidates; each value of"
          + " workload, batchSize and indexes is a race of its own (default: cdr, 100000, false)."
    },
    exitCodeList = {
      "0:done, whether or not all is told and though candidates failed",
      "2:wrong use, or no answer"
    },
    footer = {
      HelpLayout.JAR + "choose -p workload=public.orders --budget 30m",
      "for the rows of a table of yours, in half an hour",
      HelpLayout.JAR + "choose -p variant=AO,AOCO -p compresstype=zstd,zlib",
      "of these candidates only, at the usual levels and block sizes",
      HelpLayout.JAR + "choose -p indexes=true --rows-per-day 100M",
      "with indexes, and what a day of 100 million rows would take"
    })
public final class ChooseCommand implements Callable<Integer> {
  static final String NAME = "choose";
  private static final String MARGIN = "--margin";

  @Option(
      names = MARGIN,
      defaultValue = "3%",
      paramLabel = "SHARE",
      description =
          "what is no farther apart in speed is equal, and the smaller stays (default: ${DEFAULT-VALUE})")
  private String margin;

  @Mixin private AnswerOptions answer = new AnswerOptions();

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
    BenchmarkArguments arguments = Candidates.of(asked);
    List<String> kept = new ArrayList<>(List.of(MARGIN, margin));
    kept.addAll(answer.words());
    kept.addAll(arguments.words());
    RunPlan plan = RunPlan.of(NAME, kept, arguments, RunPlan.seed(asked.options().seed()));
    return run(new RunRequest(arguments, plan, Optional.empty(), words), share(), answer.checked());
  }

  /** All that decides what is measured comes from the folder. */
  private int resumed(List<String> words) {
    List<String> more = new ArrayList<>();
    List<String> own = new ArrayList<>();
    AnswerOptions anew =
        AnswerOptions.parse(words.subList(words.indexOf(NAME) + 1, words.size()), own);
    RunOptions options = RunOptions.parse(own, new CommonOptions(), more);
    if (!more.isEmpty()) {
      throw new UserError(
          "--resume goes on with a race as it was begun; leave out " + String.join(" ", more));
    }
    RunPlan plan = RunPlan.in(resume, NAME);
    new ResumeCheck(resume).plan(plan, more, options);
    ChooseCommand before = new ChooseCommand();
    new CommandLine(before).parseArgs(plan.arguments().toArray(String[]::new));
    if (anew.queries().isEmpty()) {
      UserScripts.readFrom(resume);
    }
    BenchmarkArguments arguments = BenchmarkArguments.parse(own).with(before.jmh);
    return run(
        new RunRequest(arguments, plan.extendedBy(options), Optional.of(resume), words),
        before.share(),
        anew.or(before.answer).checked());
  }

  private double share() {
    return Margins.share(MARGIN + " " + margin, margin);
  }

  private int run(RunRequest request, double equal, AnswerOptions shown) {
    BenchmarkArguments arguments = request.arguments();
    Console console =
        new Console(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            arguments.options().quiet(),
            System.console() != null);
    AtomicReference<RaceGoal> race = new AtomicReference<>();
    Optional<FrontQueries> queries =
        shown
            .queries()
            .map(UserQueries::in)
            .map(
                asked ->
                    new FrontQueries(
                        asked, shown.queryTimeout(), request.plan().seed(), race::get, console));
    BenchmarkRun run =
        new BenchmarkRun(
            request,
            (kept, site) -> {
              race.set(RaceGoal.of(kept, site.orElseThrow(), equal));
              return race.get();
            },
            queries.<Epilogue>map(asked -> asked).orElse(Epilogue.NONE),
            console);
    if (arguments.plan()) {
      run.plan(System.getenv());
      return Main.OK;
    }
    RunOutcome outcome = run.run(System.getenv());
    Choices choices = race.get().choices(outcome.failed(), shown.rowsPerDay());
    told(choices.with(queries.map(FrontQueries::readings).orElse(Map.of())), outcome);
    queries.flatMap(FrontQueries::failure).ifPresent(why -> notAsked(why, outcome));
    return Main.OK;
  }

  private static void notAsked(String why, RunOutcome outcome) {
    throw new UserError(
        "the race has its answer, but the queries could not be asked: "
            + why
            + "; to ask them: "
            + outcome.resumeCommand()
            + " --queries FILE.sql");
  }

  private void told(Choices choices, RunOutcome outcome) {
    if (choices.all().isEmpty()) {
      throw new UserError(
          outcome.failures().isEmpty()
              ? "no round was finished, so nothing can be said; a larger --budget is needed. To go"
                  + " on: "
                  + outcome.resumeCommand()
                  + " --budget TIME"
              : "every candidate failed, the first: " + outcome.failures().get(0));
    }
    ChoiceFiles.write(choices, outcome.folder());
    ReportFolder.write(
        Report.read(List.of(outcome.folder()), ReportOptions.DEFAULT), outcome.folder());
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.print(Terminal.printable(ChoiceFiles.text(choices, Terminal.renderer())));
    out.println("All of it: " + outcome.folder().resolve("choice.html"));
    out.flush();
    if (!outcome.failures().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              Count.of(outcome.failures().size(), "candidate")
                  + " failed and left the race; the first: "
                  + outcome.failures().get(0));
    }
  }
}
