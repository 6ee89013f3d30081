package storagebench.cli;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import storagebench.compare.CompareOptions;
import storagebench.compare.noise.Margins;

/** What is compared and how strictly, as the user writes it. */
final class CompareFlags {
  private final OptionSpec margins =
      OptionSpec.builder("--margin")
          .type(String[].class)
          .initialValue(new String[0])
          .splitRegex(",")
          .paramLabel("SHARE|METRIC=SHARE")
          .description(
              "what is too small to matter: the whole interval has to lie beyond it; 0 asks whether"
                  + " anything changed and sees smaller slowdowns (default: 3%%, of sizes 1%%); a"
                  + " share alone is for times, 'bytes.*=SHARE' for sizes; repeatable")
          .build();

  private final OptionSpec mustSee =
      OptionSpec.builder("--must-see")
          .type(String.class)
          .paramLabel("SHARE")
          .description(
              "end with 3 if a time could not be told and 80 of 100 such comparisons would not have"
                  + " found a change of this size, such as 5%%")
          .build();

  private final OptionSpec alpha =
      OptionSpec.builder("--alpha")
          .type(double.class)
          .defaultValue("0.05")
          .paramLabel("P")
          .description("chance of any false alarm in the suite (default: ${DEFAULT-VALUE})")
          .build();

  private final MetricOptions metrics = new MetricOptions();

  private final CellOptions cells = new CellOptions();

  private final OptionSpec allow =
      OptionSpec.builder("--allow")
          .type(String[].class)
          .initialValue(new String[0])
          .splitRegex(",")
          .paramLabel("FIELD")
          .description("a field that may differ, such as settings.fsync or settings; repeatable")
          .build();

  /** The options, to be mixed into a command. */
  CommandSpec spec() {
    return CommandSpec.create()
        .addOption(margins)
        .addOption(mustSee)
        .addOption(alpha)
        .addMixin("metrics", metrics.spec())
        .addMixin("cells", cells.spec())
        .addOption(allow);
  }

  /** The flags, read. */
  CompareOptions options() {
    return new CompareOptions(
        cells.where(),
        cells.by(),
        metrics.measures(),
        Margins.DEFAULT.with(List.of(margins.<String[]>getValue())),
        alpha.<Double>getValue(),
        Set.copyOf(List.of(allow.<String[]>getValue())),
        mustSee());
  }

  private OptionalDouble mustSee() {
    String share = mustSee.getValue();
    return share == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Margins.share("--must-see " + share, share.strip()));
  }
}
