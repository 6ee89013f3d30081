package storagebench.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.MeasureNames;

/** Which metrics are compared. */
final class MetricOptions {
  @Option(
      names = "--metric",
      split = ",",
      paramLabel = "METRIC",
      description =
          "what to compare (default: score, time.cpu, instructions, bytes.wal, bytes.table,"
              + " bytes.index); 'wal.*' for all metrics"
              + " of a profiler that have a direction; any other with its direction, such as"
              + " gc.alloc.rate.norm:less or calls:more; methods of a JMH group by their names")
  private List<String> metrics = new ArrayList<>();

  /** The metrics, or those that are compared where none was named. */
  List<Measure> measures() {
    return metrics.isEmpty()
        ? Measure.DEFAULT
        : metrics.stream().map(MeasureNames::parse).distinct().toList();
  }
}
