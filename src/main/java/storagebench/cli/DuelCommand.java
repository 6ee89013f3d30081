package storagebench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import storagebench.Console;
import storagebench.Count;
import storagebench.UserError;
import storagebench.compare.Outcome;
import storagebench.duel.Duel;
import storagebench.duel.DuelArguments;
import storagebench.duel.DuelOutcome;
import storagebench.duel.DuelSide;
import storagebench.render.ComparisonResult;
import storagebench.render.Format;
import storagebench.render.Renderings;
import storagebench.run.folder.ResumeCheck;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.CommonOptions;
import storagebench.run.plan.RunOptions;

/** Measures a baseline and a candidate in turns, batch by batch, and says what changed. */
@Command(
    name = "duel",
    sortOptions = false,
    customSynopsis = {
      HelpLayout.JAR + "duel BASELINE CANDIDATE [BENCHMARK]... [OPTION]...",
      HelpLayout.JAR + "duel --resume FOLDER"
    },
    description = {
      "Measures a baseline and a candidate in turns, batch by batch, and compares them. The"
          + " benchmark is insertSelect, copy, multiRowInsert or gpfdist (default: insertSelect)."
          + " -prof looks at both sides; --metric 'wal.*' compares what -prof wal took. A side is a"
          + " variant and what is its own, after commas:",
      "",
      "  AO                  a variant",
      "  my.sql              a file that makes its table, as sql/variant/ao.sql does",
      "  AO,ddl=FILE         such a file, under the name of AO",
      "  AO,compresslevel=9  an option of its table; any that -p takes",
      "  AO,set:NAME=VALUE   its sessions set this; repeatable",
      "  AO,url=VARIABLE     the variable of the environment with its server's URL",
      "  AO,image=NAME       its server is a container of this image",
      "",
      "Without url or image its server is found as for every run. A side without a variant has the"
          + " other's; where neither names one, each cell has its own, as in a run."
    },
    exitCodeList = {
      "0:no regression",
      "1:regression",
      "2:wrong use or a failed cell",
      "3:inconclusive, with --fail-on inconclusive or --must-see",
      "4:not comparable"
    },
    footer = {
      HelpLayout.JAR + "duel AO AOCO -p batchSize=100000",
      "two formats of one server, in batches of 100,000 rows",
      HelpLayout.JAR + "duel AO AO,compresslevel=9 --until-decided",
      "an option of the table, until the verdict is clear",
      HelpLayout.JAR + "duel url=OLD_URL url=NEW_URL -p variant=AO,AOCO",
      "two servers, by the variables of the environment that have their URLs"
    })
public final class DuelCommand implements Callable<Integer> {
  private static final String INCONCLUSIVE = "inconclusive";
  private static final String RESUME = "--resume";
  private static final String SEED = "--seed";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BASELINE",
      description = "side to compare with")
  private String baseline;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CANDIDATE",
      description = "side that may be worse")
  private String candidate;

  @Option(
      names = "--until-decided",
      description = "end each cell as soon as its verdict is clear, at -f trials at the latest")
  private boolean untilDecided;

  @Option(
      names = DuelArguments.APART,
      description =
          "a fork for each side, one right after the other, for servers that cannot run at once or"
              + " would disturb each other")
  private boolean apart;

  @Option(
      names = "--switch",
      paramLabel = "COMMAND",
      description =
          "with --apart: run before the sides change, with baseline or candidate as its last word,"
              + " to start that server and stop the other")
  private String switching;

  @Option(
      names = RESUME,
      paramLabel = "FOLDER",
      description = "go on with the duel in that folder; takes no sides")
  private Path resume;

  @Option(names = SEED, paramLabel = "N", description = "seed of the order (default: random)")
  private Long seed;

  @Mixin private CompareFlags flags = new CompareFlags();

  @Option(
      names = "--fail-on",
      paramLabel = INCONCLUSIVE,
      description = "end with 3 if something could not be told")
  private String failOn;

  @Unmatched private List<String> jmh = new ArrayList<>();

  @ParentCommand private BenchmarkCommand jar;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (failOn != null && !failOn.equals(INCONCLUSIVE)) {
      throw new UserError("--fail-on " + failOn + ": expected " + INCONCLUSIVE);
    }
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    DuelArguments arguments = resume == null ? begun(words) : resumed(words);
    Console console =
        new Console(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            arguments.benchmark().options().quiet(),
            System.console() != null);
    Duel duel = new Duel(arguments, console);
    if (arguments.benchmark().plan()) {
      duel.plan();
      return Main.OK;
    }
    Optional<DuelOutcome> outcome = duel.run(System.getenv());
    return outcome.map(this::told).orElse(Outcome.NOT_COMPARABLE.exitCode());
  }

  private DuelArguments begun(List<String> words) {
    if (baseline == null || candidate == null) {
      throw new UserError("a duel needs two sides, such as: duel AO AOCO; see duel -h");
    }
    DuelArguments.Request request = request();
    BenchmarkArguments asked = BenchmarkArguments.parse(jmh, jar.common());
    List<String> kept = new ArrayList<>(ownWords());
    kept.addAll(asked.words());
    RunPlan plan = RunPlan.of(DuelArguments.COMMAND, kept, asked, RunPlan.seed(seed));
    return DuelArguments.of(request, asked, plan, Optional.empty(), words);
  }

  /** All that decides what is measured comes from the folder. */
  private DuelArguments resumed(List<String> words) {
    List<String> own = words.subList(words.indexOf(DuelArguments.COMMAND) + 1, words.size());
    List<String> more = new ArrayList<>();
    RunOptions options = RunOptions.parse(own, new CommonOptions(), more);
    if (!more.isEmpty()) {
      throw new UserError(
          RESUME + " goes on with a duel as it was begun; leave out " + String.join(" ", more));
    }
    RunPlan plan = RunPlan.in(resume, DuelArguments.COMMAND);
    new ResumeCheck(resume).plan(plan, more, options);
    DuelCommand before = new DuelCommand();
    new CommandLine(before).parseArgs(plan.arguments().toArray(String[]::new));
    failOn = before.failOn;
    return DuelArguments.of(
        before.request(),
        BenchmarkArguments.parse(own).with(before.jmh),
        plan.extendedBy(options),
        Optional.of(resume),
        words);
  }

  private DuelArguments.Request request() {
    return new DuelArguments.Request(
        DuelSide.parse(DuelSide.BASELINE, baseline),
        DuelSide.parse(DuelSide.CANDIDATE, candidate),
        flags.options().requireOfTheSuite(),
        apart,
        Optional.ofNullable(switching),
        untilDecided);
  }

  /** The sides and the options of a duel as they were given; the seed has a place of its own. */
  private List<String> ownWords() {
    List<String> words = new ArrayList<>(List.of(baseline, candidate));
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (option.inherited()) {
        continue;
      }
      if (option.arity().max() == 0) {
        words.add(option.longestName());
      } else if (!option.longestName().equals(SEED)) {
        option
            .originalStringValues()
            .forEach(value -> words.addAll(List.of(option.longestName(), value)));
      }
    }
    return words;
  }

  private int told(DuelOutcome duel) {
    Optional<ComparisonResult> judged =
        duel.comparison()
            .map(c -> new ComparisonResult(c, failOn != null, duel.comparisonFolder()));
    judged.ifPresent(
        verdicts -> {
          Renderings renderings = new Renderings(verdicts);
          renderings.write(duel.comparisonFolder());
          spec.commandLine().getOut().println();
          spec.commandLine()
              .getOut()
              .print(Terminal.printable(Format.text(verdicts, Terminal.renderer())));
          spec.commandLine()
              .getOut()
              .println("All of it: " + duel.comparisonFolder().resolve(Format.HTML.fileName()));
          KeptFiles.profiles(duel.folder()).forEach(spec.commandLine().getOut()::println);
          spec.commandLine().getOut().flush();
        });
    if (!duel.failures().isEmpty()) {
      throw new UserError(
          Count.of(duel.failures().size(), "cell")
              + " failed; what was measured is in "
              + duel.folder()
              + "; the first: "
              + duel.failures().get(0)
              + ". To try them again: "
              + duel.resumeCommand());
    }
    return judged.orElseThrow().outcome().exitCode();
  }
}
