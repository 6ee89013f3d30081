package storagebench.cli;

import java.util.LinkedHashSet;
import java.util.List;
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
              + " anything changed and sees smaller slowdowns (default: 3%%); repeatable")
  private List<String> margins = List.of();

  @Option(
      names = "--alpha",
      defaultValue = "0.05",
      paramLabel = "P",
      description = "chance of any false alarm in the suite (default: ${DEFAULT-VALUE})")
  private double alpha;

  @Mixin private MetricOptions metrics;

  @Mixin private CellOptions cells;

  @Option(
      names = "--allow",
      split = ",",
      paramLabel = "FIELD",
      description = "a field that may differ, such as settings.fsync or settings; repeatable")
  private Set<String> allow = new LinkedHashSet<>();

  /** The flags, read. */
  CompareOptions options() {
    return new CompareOptions(
        cells.where(), cells.by(), metrics.measures(), Margins.DEFAULT.with(margins), alpha, allow);
  }
}
