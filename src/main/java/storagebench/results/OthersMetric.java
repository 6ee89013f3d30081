package storagebench.results;

import java.util.List;
import storagebench.statistics.Estimate;

/** A secondary metric that is neither the suite's nor one of its profilers': JMH's own score. */
public final class OthersMetric {
  private OthersMetric() {}

  /** Whether a metric is somebody else's. */
  public static boolean isNamed(String label) {
    return Metric.byLabel(label).isEmpty() && ProfilerMetric.direction(label).isEmpty();
  }

  /** JMH marks what profilers measured with a dot, or an @ where the terminal has no dot. */
  public static String withoutMark(String label) {
    return label.startsWith("·") || label.startsWith("@") ? label.substring(1) : label;
  }

  /**
   * The score of a cell: JMH's own, or of several results their mean, or what their metric asks
   * for.
   *
   * @return with the interval of the forks' figures where the score is their mean; NaN if JMH has
   *     none
   */
  public static Estimate of(Cell cell, String label) {
    List<Launch.Score> scores =
        cell.launches().stream()
            .map(launch -> launch.secondary().get(label))
            .filter(score -> score != null && Double.isFinite(score.value()))
            .toList();
    if (scores.isEmpty()) {
      return Estimate.exact(Double.NaN);
    }
    double[] values = scores.stream().mapToDouble(Launch.Score::value).toArray();
    Aggregation how = scores.get(0).how();
    if (scores.stream().anyMatch(score -> score.how() != how) || how == Aggregation.OTHER) {
      return Estimate.exact(Aggregation.MEAN.of(Series.of(values), 0));
    }
    double[] forks =
        cell.forks().stream()
            .filter(fork -> fork.others().containsKey(label))
            .mapToDouble(fork -> fork.others().get(label))
            .toArray();
    return how == Aggregation.MEAN && forks.length > 0
        ? Estimate.ofMean(forks)
        : Estimate.exact(how.of(Series.of(values), 0));
  }
}
