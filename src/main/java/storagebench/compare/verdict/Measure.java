package storagebench.compare.verdict;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.compare.input.CellName;
import storagebench.compare.input.Measured;
import storagebench.compare.input.Round;
import storagebench.results.Fork;
import storagebench.results.Identity;
import storagebench.results.Metric;
import storagebench.results.Metric.Direction;
import storagebench.results.ProfilerMetric;
import storagebench.results.Series;

/**
 * What of a cell is compared: JMH's score, one of the suite's metrics that has a direction, or one
 * of its profilers'. Metrics in bytes are exact and taken for each row in the table, the others
 * statistical.
 *
 * @param name name on the command line and in files; with {@code *} for any text, it stands for all
 *     metrics of such names that a run has
 * @param metric the metric; empty for the score and for those of profilers
 * @param profilerUnit unit of a profiler's metric; empty for others, and until a run tells it
 */
public record Measure(String name, Optional<Metric> metric, String profilerUnit) {
  /** JMH's primary score. */
  public static final Measure SCORE = new Measure("score", Optional.empty(), "");

  /** What is compared where nothing else was asked for. */
  public static final List<Measure> DEFAULT =
      List.of(SCORE, new Measure(Metric.BYTES_TABLE), new Measure(Metric.BYTES_INDEX));

  private static final String BYTES = "B";
  private static final String ANY = "*";

  private Measure(Metric metric) {
    this(metric.label(), Optional.of(metric), "");
  }

  /** The measure of that name, or those of such names. */
  public static Measure parse(String name) {
    return known()
        .filter(measure -> measure.name().equals(name))
        .findFirst()
        .or(() -> open(name))
        .orElseThrow(
            () ->
                new UserError(
                    name
                        + ": no metric to compare; known are "
                        + known().map(Measure::name).collect(Collectors.joining(", "))
                        + ", those of the profilers that have a direction, such as"
                        + " wal.bytes_per_row, and names with *, such as 'wal.*'"));
  }

  private static Optional<Measure> open(String name) {
    return name.contains(ANY) || hasDirection(name)
        ? Optional.of(new Measure(name, Optional.empty(), ""))
        : Optional.empty();
  }

  private static boolean hasDirection(String profilerMetric) {
    return ProfilerMetric.direction(profilerMetric).filter(d -> d != Direction.NEUTRAL).isPresent();
  }

  /**
   * What this measure stands for in runs that have these metrics.
   *
   * @param units unit of each secondary metric of the runs, by name
   */
  public List<Measure> among(SortedMap<String, String> units) {
    if (equals(SCORE) || metric.isPresent()) {
      return List.of(this);
    }
    Pattern names = Pattern.compile(Pattern.quote(name).replace(ANY, "\\E.*\\Q"));
    return Stream.concat(
            known().filter(measure -> measure.metric.isPresent()),
            units.keySet().stream()
                .filter(Measure::hasDirection)
                .map(label -> new Measure(label, Optional.empty(), units.get(label))))
        .filter(measure -> names.matcher(measure.name).matches())
        .toList();
  }

  private static Stream<Measure> known() {
    return Stream.concat(
        Stream.of(SCORE),
        Stream.of(Metric.values())
            .filter(m -> m.direction() != Direction.NEUTRAL)
            .map(Measure::new));
  }

  /** Whether the figure has no error of measurement. */
  public boolean exact() {
    return metric.filter(m -> m.unit().equals(BYTES)).isPresent();
  }

  /** Whether more is better. */
  public boolean higherIsBetter(Identity cell) {
    return metric
        .map(Metric::direction)
        .or(() -> ProfilerMetric.direction(name))
        .map(direction -> direction == Direction.HIGHER_IS_BETTER)
        .orElse(cell.higherIsBetter());
  }

  /** Unit of the figure. */
  public String unit(Identity cell) {
    return metric
        .map(m -> exact() ? "B/row" : m.unit())
        .orElse(equals(SCORE) ? cell.unit() : profilerUnit);
  }

  /**
   * The figures of the forks that have it; a fork's times count by the mean of their logarithms.
   *
   * @return empty if no fork has it
   * @throws UserError if a score or a time is not a positive number
   */
  public Optional<Sample> of(Measured cell) {
    SortedMap<Round, Double> logs = new TreeMap<>();
    cell.forks().forEach((round, fork) -> log(cell, fork).ifPresent(log -> logs.put(round, log)));
    return logs.isEmpty() ? Optional.empty() : Optional.of(new Sample(logs));
  }

  private Optional<Double> log(Measured cell, Fork fork) {
    if (exact()) {
      return bytesPerRow(fork);
    }
    return equals(SCORE) || metric.isPresent()
        ? logOfTimes(cell, fork)
        : ProfilerMetric.of(fork, name).filter(value -> value >= 0).map(Math::log);
  }

  private Optional<Double> bytesPerRow(Fork fork) {
    double rows = fork.last(Metric.ROWS_TABLE).filter(r -> r > 0).orElse(1.0);
    return metric.flatMap(fork::last).filter(b -> b >= 0).map(bytes -> Math.log(bytes / rows));
  }

  /** A score has to be a positive number; a metric that could not be taken is NaN and left out. */
  private Optional<Double> logOfTimes(Measured cell, Fork fork) {
    Optional<Series> series = values(fork);
    series.ifPresent(s -> s.stream().forEach(value -> requirePositive(cell, value)));
    return series.map(s -> s.stream().map(Math::log).average().orElseThrow());
  }

  /** The values of the iterations; empty if one of them could not be taken. */
  Optional<Series> values(Fork fork) {
    return metric.isEmpty()
        ? Optional.of(fork.primary())
        : metric.map(m -> fork.secondary().get(m.label())).filter(Series::isFinite);
  }

  private void requirePositive(Measured cell, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new UserError(
          name()
              + " of "
              + CellName.of(cell.identity())
              + " is "
              + value
              + " in an iteration: not a positive number; measure again or leave it out with"
              + " --where or --metric");
    }
  }
}
