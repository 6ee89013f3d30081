package storagebench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import storagebench.compare.CompareOptions;
import storagebench.compare.noise.Margins;

/** What is compared and how strictly, as the user writes it. */
final class CompareFlags {
  @Option(
      names = "--margin",
      split = ",",
      paramLabel = "SHARE|METRIC=SHARE",
      description =
          "what is too small to matter: the whole interval has to lie beyond it; 0 asks whether"
              + " anything changed and sees smaller slowdowns (default: 3%%, of sizes and WAL"
              + " 1%%); a share alone is for times, 'bytes.*=SHARE' for sizes; repeatable")
  private List<String> margins = new ArrayList<>();

  @Option(
      names = "--must-see",
      paramLabel = "SHARE",
      description =
          "end with 3 if a time could not be told and 80 of 100 such comparisons would not have"
              + " found a change of this size, such as 5%%")
  private String mustSee;

  @Option(
      names = "--alpha",
      defaultValue = "0.05",
      paramLabel = "P",
      description = "chance of any false alarm in the suite (default: ${DEFAULT-VALUE})")
  private double alpha;

  @Mixin private MetricOptions metrics = new MetricOptions();

  @Mixin private CellOptions cells = new CellOptions();

  @Option(
      names = "--allow",
      split = ",",
      paramLabel = "FIELD",
      description = "a field that may differ, such as settings.fsync or settings; repeatable")
  private List<String> allow = new ArrayList<>();

  /** The flags, read. */
  CompareOptions options() {
    return new CompareOptions(
        cells.where(),
        cells.by(),
        metrics.measures(),
        Margins.DEFAULT.with(margins),
        alpha,
        Set.copyOf(allow),
        mustSee == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(Margins.share("--must-see " + mustSee, mustSee.strip())));
  }
}
