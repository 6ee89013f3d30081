package storagebench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import storagebench.UserError;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Measure;
import storagebench.history.History;
import storagebench.history.HistoryFolder;
import storagebench.history.Night;
import storagebench.history.NightOfRun;
import storagebench.render.HistoryFormat;
import storagebench.results.WholeFile;

/** Says what the newest night of a history changed, and keeps nights in it. */
@Command(
    name = "history",
    sortOptions = false,
    subcommands = HistoryCommand.Add.class,
    customSynopsis = {
      HelpLayout.JAR + "history FOLDER [OPTION]...",
      HelpLayout.JAR + "history add FOLDER RUN..."
    },
    description =
        "Compares the newest night in FOLDER with the nights, week, month and quarter before. Each"
            + " run that was added is a night. A change is told once, on the night on which it is"
            + " found; from then on nights are compared with those after it.",
    exitCodeList = {
      "0:no regression found on the newest night",
      "1:regression",
      "2:unusable input",
      "3:inconclusive, with --must-see",
      "4:not comparable with any earlier night"
    },
    footer = {
      HelpLayout.JAR + "history nights",
      "what the newest night changed",
      HelpLayout.JAR + "history nights --must-see 10% --out page",
      "ends with 3 if 10 % could have gone unseen; also as a page with charts",
      HelpLayout.JAR + "history nights --allow client.jvm --margin 5%",
      "across JVMs, changes of more than 5 %"
    })
public final class HistoryCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "folder that history add made")
  private Path folder;

  @Option(
      names = "--margin",
      split = ",",
      paramLabel = "SHARE|METRIC=SHARE",
      description = "what is too small to matter (default: 2%%, of sizes and WAL 1%%); repeatable")
  private List<String> margins = new ArrayList<>();

  @Option(
      names = "--alpha",
      paramLabel = "P",
      description = "chance of any false alarm on a night (default: 0.01)")
  private double alpha = History.Options.DEFAULT.alpha();

  @Option(
      names = "--must-see",
      paramLabel = "SHARE",
      description =
          "end with 3 if 80 of 100 such nights would not have found a change of this size in every"
              + " line, such as 10%%")
  private String mustSee;

  @Option(
      names = "--allow",
      split = ",",
      paramLabel = "FIELD",
      description =
          "a field that may differ between nights, such as client.jvm or settings; repeatable")
  private List<String> allow = new ArrayList<>();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      completionCandidates = FormatNames.class,
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "also write every format into this folder")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (folder == null) {
      throw new UserError("history: name the folder of the history, or see history add -h");
    }
    HistoryFormat shown = HistoryFormat.parse(format);
    History history = History.read(new HistoryFolder(folder), options());
    if (out != null) {
      Map<String, String> files = new LinkedHashMap<>();
      for (HistoryFormat each : HistoryFormat.values()) {
        files.put(each.fileName(), each.render(history));
      }
      WholeFile.writeAll(out, files);
    }
    spec.commandLine()
        .getOut()
        .print(
            shown == HistoryFormat.TEXT
                ? Terminal.printable(HistoryFormat.text(history, Terminal.renderer()))
                : shown.render(history));
    if (spec.commandLine().getOut().checkError()) {
      throw new UserError("the history could not be written to the output");
    }
    return history.outcome().exitCode();
  }

  private History.Options options() {
    return new History.Options(
        History.Options.DEFAULT.margins().with(margins),
        alpha,
        Set.copyOf(allow),
        mustSee == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(Margins.share("--must-see " + mustSee, mustSee.strip())));
  }

  /** Keeps runs as nights. */
  @Command(
      name = "add",
      customSynopsis = HelpLayout.JAR + "history add FOLDER RUN...",
      description =
          "Adds each RUN to the history in FOLDER: one small text file a run, without raw data, to be"
              + " kept in git. A run that is there already is refused, and none of the others is"
              + " added then.",
      footer = {
        HelpLayout.JAR + "history add nights results/20260101T000000Z",
        "a run, as a night",
        HelpLayout.JAR + "history add nights rounds/candidate",
        "the rounds of one side, as one night",
        HelpLayout.JAR + "history add nights run-1 run-2 run-3",
        "three nights"
      })
  static final class Add implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FOLDER", description = "made if it does not exist")
    private Path folder;

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "RUN",
        description = "run folder or JMH JSON file")
    private List<Path> runs = new ArrayList<>();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      List<Night> nights =
          WholeRuns.in(runs, spec.commandLine().getErr()).stream()
              .map(run -> NightOfRun.read(run, Measure.DEFAULT))
              .toList();
      new HistoryFolder(folder).add(nights).forEach(spec.commandLine().getOut()::println);
      return Main.OK;
    }
  }

  /** What {@code --format} takes. */
  static final class FormatNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return HistoryFormat.labels().iterator();
    }
  }
}
