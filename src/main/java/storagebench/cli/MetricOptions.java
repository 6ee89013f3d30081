package storagebench.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import storagebench.compare.verdict.Measure;

/** Which metrics are compared. */
final class MetricOptions {
  private final OptionSpec metrics =
      OptionSpec.builder("--metric")
          .type(String[].class)
          .splitRegex(",")
          .paramLabel("METRIC")
          .description(
              "what to compare (default: score, bytes.table, bytes.index); 'wal.*' for all metrics"
                  + " of a profiler that have a direction; any other with its direction, such as"
                  + " gc.alloc.rate.norm:less or calls:more; members of a group by name")
          .build();

  /** The option, to be mixed into a command. */
  CommandSpec spec() {
    return CommandSpec.create().addOption(metrics);
  }

  /** The metrics, or those that are compared where none was named. */
  List<Measure> measures() {
    String[] named = metrics.getValue();
    return named == null
        ? Measure.DEFAULT
        : Arrays.stream(named).map(Measure::parse).distinct().toList();
  }
}
