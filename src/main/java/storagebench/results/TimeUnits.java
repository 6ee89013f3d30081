package storagebench.results;

import java.util.Map;
import java.util.Optional;

/** JMH's names of units of time, in seconds. */
public final class TimeUnits {
  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  private static final String PER_OPERATION = "/op";

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
}
