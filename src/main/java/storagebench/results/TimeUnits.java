package storagebench.results;

import java.util.Map;
import java.util.Optional;
import storagebench.results.Metric.Direction;

/** JMH's names of units of time, in seconds, and the units of scores that are made of them. */
public final class TimeUnits {
  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  private static final String PER_OPERATION = "/op";
  private static final String OPERATIONS_PER = "ops/";

  private TimeUnits() {}

  /** How many seconds one unit is, such as 0.001 for {@code ms}. */
  public static Optional<Double> seconds(String unit) {
    return Optional.ofNullable(SECONDS.get(unit));
  }

  /** How many seconds one unit of a score is, such as 0.001 for {@code ms/op}. */
  public static Optional<Double> perOperation(String scoreUnit) {
    return scoreUnit.endsWith(PER_OPERATION)
        ? seconds(scoreUnit.substring(0, scoreUnit.length() - PER_OPERATION.length()))
        : Optional.empty();
  }

  /** How many seconds the unit of time of a throughput is, such as 0.001 for {@code ops/ms}. */
  static Optional<Double> perTime(String scoreUnit) {
    return scoreUnit.startsWith(OPERATIONS_PER)
        ? seconds(scoreUnit.substring(OPERATIONS_PER.length()))
        : Optional.empty();
  }

  /**
   * What a score has to be multiplied by to be one in another unit, such as 1000 from {@code ms/op}
   * to {@code us/op} or from {@code ops/ms} to {@code ops/s}; empty unless both are times an
   * operation or both operations a time.
   */
  public static Optional<Double> factor(String from, String to) {
    return perOperation(from)
        .flatMap(f -> perOperation(to).map(t -> f / t))
        .or(() -> perTime(from).flatMap(f -> perTime(to).map(t -> t / f)));
  }

  /** Which way a figure in this unit is good: operations a time, or a time an operation. */
  public static Optional<Direction> direction(String scoreUnit) {
    return perTime(scoreUnit)
        .map(time -> Direction.HIGHER_IS_BETTER)
        .or(() -> perOperation(scoreUnit).map(time -> Direction.LOWER_IS_BETTER));
  }
}
