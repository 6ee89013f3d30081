package storagebench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import storagebench.UserError;
import storagebench.compare.Comparison;
import storagebench.compare.noise.NoiseFile;
import storagebench.render.ComparisonResult;
import storagebench.render.Format;
import storagebench.render.Renderings;

/** Says whether the candidate is slower or larger than the baseline, with known error rates. */
@Command(
    name = "compare",
    sortOptions = false,
    customSynopsis = HelpLayout.JAR + "compare BASELINE CANDIDATE [OPTION]...",
    description =
        "Says for each cell and for the suite what changed from BASELINE to CANDIDATE. A regression"
            + " is a change for the worse whose whole confidence interval lies beyond the margin.",
    exitCodeList = {
      "0:no regression",
      "1:regression",
      "2:unusable input",
      "3:inconclusive, with --fail-on inconclusive or --must-see",
      "4:not comparable"
    },
    footer = {
      HelpLayout.JAR + "compare results/old results/new",
      "two runs, cell by cell",
      HelpLayout.JAR + "compare results/old results/new --margin 5% --out out",
      "slowdowns of 5 % or less do not matter; every format also as a file",
      HelpLayout.JAR + "compare results/old results/new --must-see 5%",
      "ends with 3 if a slowdown of 5 % could have gone unseen"
    })
public final class CompareCommand implements Callable<Integer> {
  private static final String INCONCLUSIVE = "inconclusive";

  @Parameters(index = "0", paramLabel = "BASELINE", description = "JMH JSON file or run folder")
  private Path baseline;

  @Parameters(index = "1", paramLabel = "CANDIDATE", description = "JMH JSON file or run folder")
  private Path candidate;

  @Option(
      names = "--baseline",
      paramLabel = "PATH",
      description = "more of the baseline; repeatable")
  private List<Path> moreBaseline = new ArrayList<>();

  @Option(
      names = "--candidate",
      paramLabel = "PATH",
      description = "more of the candidate; repeatable")
  private List<Path> moreCandidate = new ArrayList<>();

  @Mixin private CompareFlags flags = new CompareFlags();

  @Option(
      names = "--noise",
      paramLabel = "FILE",
      description = "no margin below the noise floor of this machine, from calibrate")
  private Path noise;

  @Option(
      names = "--fail-on",
      paramLabel = INCONCLUSIVE,
      description = "end with 3 if something could not be told")
  private String failOn;

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
    if (failOn != null && !failOn.equals(INCONCLUSIVE)) {
      throw new UserError("--fail-on " + failOn + ": expected " + INCONCLUSIVE);
    }
    Format shown = Format.parse(format);
    ComparisonResult judged =
        new ComparisonResult(compared(), failOn != null, out == null ? Path.of("") : out);
    Renderings renderings = new Renderings(judged);
    if (out != null) {
      renderings.write(out);
    }
    spec.commandLine()
        .getOut()
        .print(
            shown == Format.TEXT
                ? Terminal.printable(Format.text(judged, Terminal.renderer()))
                : renderings.in(shown));
    if (spec.commandLine().getOut().checkError()) {
      throw new UserError("the comparison could not be written to the output");
    }
    return judged.outcome().exitCode();
  }

  private Comparison compared() {
    List<Path> before = paths(baseline, moreBaseline);
    List<Path> after = paths(candidate, moreCandidate);
    return noise == null
        ? Comparison.read(before, after, flags.options())
        : Comparison.read(before, after, NoiseFile.read(noise), flags.options());
  }

  private List<Path> paths(Path first, List<Path> more) {
    List<Path> paths = new ArrayList<>(List.of(first));
    paths.addAll(more);
    return WholeRuns.in(paths, spec.commandLine().getErr());
  }

  /** What {@code --format} takes. */
  static final class FormatNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Format.labels().iterator();
    }
  }
}
