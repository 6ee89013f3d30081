package storagebench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import storagebench.UserError;
import storagebench.compare.Comparison;
import storagebench.compare.noise.NoiseFile;
import storagebench.render.ComparisonResult;
import storagebench.render.Format;
import storagebench.render.Renderings;

/** Says whether the candidate is slower or larger than the baseline, with known error rates. */
public final class CompareCommand implements Callable<Integer> {
  private static final String INCONCLUSIVE = "inconclusive";

  private final PositionalParamSpec baseline = side("BASELINE", 0);

  private final PositionalParamSpec candidate = side("CANDIDATE", 1);

  private final OptionSpec moreBaseline = more("baseline");

  private final OptionSpec moreCandidate = more("candidate");

  private final CompareFlags flags = new CompareFlags();

  private final OptionSpec noise =
      OptionSpec.builder("--noise")
          .type(Path.class)
          .paramLabel("FILE")
          .description("no margin below the noise floor of this machine, from calibrate")
          .build();

  private final OptionSpec failOn =
      OptionSpec.builder("--fail-on")
          .type(String.class)
          .paramLabel(INCONCLUSIVE)
          .description("end with 3 if something could not be told")
          .build();

  private final OptionSpec format =
      OptionSpec.builder("--format")
          .type(String.class)
          .defaultValue("text")
          .paramLabel("FORMAT")
          .completionCandidates(Format.labels())
          .description("${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
          .build();

  private final OptionSpec out =
      OptionSpec.builder("--out")
          .type(Path.class)
          .paramLabel("DIR")
          .description("also write every format into this folder")
          .build();

  private final CommandSpec spec =
      OptionObjects.of(
              this, "Says for each cell and for the suite what changed from BASELINE to CANDIDATE.")
          .addPositional(baseline)
          .addPositional(candidate)
          .addOption(moreBaseline)
          .addOption(moreCandidate)
          .addMixin("flags", flags.spec())
          .addOption(noise)
          .addOption(failOn)
          .addOption(format)
          .addOption(out);

  /** A command that has not been given its words yet. */
  public CompareCommand() {
    spec.usageMessage()
        .sortOptions(false)
        .footer(
            "",
            "Exit codes: 0 no regression; 1 regression; 2 unusable input; 3 inconclusive, with"
                + " --fail-on inconclusive or --must-see; 4 not comparable.");
  }

  /** What picocli is to know of this command. */
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    String failure = failOn.getValue();
    if (failure != null && !failure.equals(INCONCLUSIVE)) {
      throw new UserError("--fail-on " + failure + ": expected " + INCONCLUSIVE);
    }
    Format shown = Format.parse(format.getValue());
    ComparisonResult judged = new ComparisonResult(compared(), failure != null);
    Renderings renderings = new Renderings(judged);
    Path folder = out.getValue();
    if (folder != null) {
      renderings.write(folder);
    }
    String text = renderings.in(shown);
    spec.commandLine().getOut().print(shown == Format.TEXT ? Terminal.printable(text) : text);
    if (spec.commandLine().getOut().checkError()) {
      throw new UserError("the comparison could not be written to the output");
    }
    return judged.outcome().exitCode();
  }

  private Comparison compared() {
    List<Path> before = paths(baseline, moreBaseline);
    List<Path> after = paths(candidate, moreCandidate);
    Path floors = noise.getValue();
    return floors == null
        ? Comparison.read(before, after, flags.options())
        : Comparison.read(before, after, NoiseFile.read(floors), flags.options());
  }

  private static PositionalParamSpec side(String label, int index) {
    return PositionalParamSpec.builder()
        .type(Path.class)
        .index(Integer.toString(index))
        .required(true)
        .paramLabel(label)
        .description("JMH JSON file or run folder")
        .build();
  }

  private static OptionSpec more(String side) {
    return OptionSpec.builder("--" + side)
        .type(Path[].class)
        .initialValue(new Path[0])
        .paramLabel("PATH")
        .description("more of the " + side + "; repeatable")
        .build();
  }

  private static List<Path> paths(PositionalParamSpec first, OptionSpec more) {
    List<Path> paths = new ArrayList<>(List.of(first.<Path>getValue()));
    paths.addAll(List.of(more.<Path[]>getValue()));
    return paths;
  }
}
