package storagebench.compare.verdict;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
import storagebench.results.Series;

/**
 * What of a cell is compared: JMH's score or one of the suite's metrics that has a direction.
 * Metrics in bytes are exact and taken for each row in the table, the others statistical.
 *
 * @param metric the metric; empty for the score
 */
public record Measure(Optional<Metric> metric) {
  /** JMH's primary score. */
  public static final Measure SCORE = new Measure(Optional.empty());

  /** What is compared where nothing else was asked for. */
  public static final List<Measure> DEFAULT =
      List.of(SCORE, new Measure(Metric.BYTES_TABLE), new Measure(Metric.BYTES_INDEX));

  private static final String BYTES = "B";

  private Measure(Metric metric) {
    this(Optional.of(metric));
  }

  /** The measure of that name. */
  public static Measure parse(String name) {
    return known()
        .filter(measure -> measure.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    name
                        + ": no metric to compare; known are "
                        + known().map(Measure::name).collect(Collectors.joining(", "))));
  }

  private static Stream<Measure> known() {
    return Stream.concat(
        Stream.of(SCORE),
        Stream.of(Metric.values())
            .filter(m -> m.direction() != Direction.NEUTRAL)
            .map(Measure::new));
  }

  /** Name on the command line and in files. */
  public String name() {
    return metric.map(Metric::label).orElse("score");
  }

  /** Whether the figure has no error of measurement. */
  public boolean exact() {
    return metric.filter(m -> m.unit().equals(BYTES)).isPresent();
  }

  /** Whether more is better. */
  public boolean higherIsBetter(Identity cell) {
    return metric
        .map(m -> m.direction() == Direction.HIGHER_IS_BETTER)
        .orElse(cell.higherIsBetter());
  }

  /** Unit of the figure. */
  public String unit(Identity cell) {
    return metric.map(m -> exact() ? "B/row" : m.unit()).orElse(cell.unit());
  }

  /**
   * The figures of the forks that have it; a fork's times count by the mean of their logarithms.
   *
   * @return empty if no fork has it
   * @throws UserError if a score or a time is not a positive number
   */
  public Optional<Sample> of(Measured cell) {
    SortedMap<Round, Double> logs = new TreeMap<>();
    cell.forks()
        .forEach(
            (round, fork) ->
                (exact() ? bytesPerRow(fork) : logOfTimes(cell, fork))
                    .ifPresent(log -> logs.put(round, log)));
    return logs.isEmpty() ? Optional.empty() : Optional.of(new Sample(logs));
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
