package storagebench.report.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.report.study.TableSizes;
import storagebench.results.Cell;
import storagebench.results.Key;
import storagebench.results.Metric;
import storagebench.results.Params;
import storagebench.statistics.Estimate;
import storagebench.statistics.Moments;
import storagebench.statistics.Quantiles;

/** Every gate, with its limits. */
public final class Gates {
  private static final double NEVER = Double.NaN;

  private static final List<Gate> ALL =
      List.of(
          new EqualGate("equal row counts", Metric.ROWS_TABLE),
          new EqualGate("equal checksums", Metric.ROWS_CHECKSUM),
          new LimitGate(
              "size of PAX / AOCO",
              "×",
              Set.of("PAX", "AOCO"),
              size("PAX", "AOCO"),
              true,
              1.2,
              1.4),
          new LimitGate(
              "size of PAX / PAX_NO_CLUSTER",
              "×",
              Set.of("PAX", "PAX_NO_CLUSTER"),
              size("PAX", "PAX_NO_CLUSTER"),
              true,
              1.4,
              1.6),
          new LimitGate(
              "throughput of PAX / AO", "×", Set.of("PAX", "AO"), Gates::paxSpeed, false, 0.5, 0.3),
          new DistinctGate(),
          new LimitGate(
              "size of HEAP / AO", "×", Set.of("HEAP", "AO"), size("HEAP", "AO"), false, 1, NEVER),
          new LimitGate("noise: variation of forks", "%", Set.of(), Gates::noise, true, 10, NEVER),
          new LimitGate(
              "warm-up: first batch / median", "×", Set.of(), Gates::warmUp, true, 1.2, NEVER),
          new DriftGate(),
          new ServerGate());

  private Gates() {}

  /** What every gate found that applies, in order. */
  public static List<Finding> check(Study study) {
    return ALL.stream().filter(gate -> gate.applies(study)).map(gate -> gate.check(study)).toList();
  }

  private static BiFunction<Study, Cell, Optional<Double>> size(String variant, String reference) {
    return (study, cell) ->
        sibling(study, cell, variant, reference)
            .map(other -> TableSizes.relative(cell, other).value());
  }

  private static Optional<Double> paxSpeed(Study study, Cell cell) {
    return sibling(study, cell, "PAX", "AO").map(other -> Speed.relative(cell, other).value());
  }

  private static Optional<Cell> sibling(Study study, Cell cell, String variant, String reference) {
    return cell.identity().param(Params.VARIANT).filter(variant::equals).isPresent()
        ? study.sibling(cell, Key.VARIANT, reference)
        : Optional.empty();
  }

  /** Coefficient of variation of the forks in percent. */
  private static Optional<Double> noise(Study study, Cell cell) {
    return Optional.of(100 * Math.abs(Moments.of(Speed.forkSpeeds(cell)).variation()));
  }

  /**
   * Time of the first measured batch by the median of the others of its fork: the geometric mean of
   * the forks, or 1 where the forks do not agree that it is slower.
   */
  private static Optional<Double> warmUp(Study study, Cell cell) {
    double[] logs =
        cell.batches().stream()
            .flatMap(List::stream)
            .filter(b -> b.size() > 2 && b.rows().stream().distinct().count() == 1)
            .map(b -> b.seconds().toArray())
            .mapToDouble(s -> s[0] / Quantiles.median(Arrays.copyOfRange(s, 1, s.length)))
            .map(Math::log)
            .toArray();
    if (logs.length == 0) {
      return Optional.empty();
    }
    Estimate mean = Estimate.ofMean(logs);
    boolean slower = !mean.hasInterval() || mean.low() > 0;
    return Optional.of(slower ? Math.exp(mean.value()) : Math.min(1, Math.exp(mean.value())));
  }
}
