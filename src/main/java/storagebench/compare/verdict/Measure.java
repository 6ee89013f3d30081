package storagebench.compare.verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.UserError;
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
    if (isOfJmhOrSuite()) {
      return List.of(this);
    }
    Pattern names = Pattern.compile(Pattern.quote(name).replace(ANY, "\\E.*\\Q"));
    return Stream.concat(
            known(),
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
   * @param cell one of which a ratio can be made, see {@link Obstacle}
   * @return empty if no fork has it
   */
  Optional<Sample> of(Measured cell) {
    SortedMap<Round, Double> logs = new TreeMap<>();
    cell.forks().forEach((round, fork) -> log(fork).ifPresent(log -> logs.put(round, log)));
    return logs.isEmpty() ? Optional.empty() : Optional.of(new Sample(logs));
  }

  /** Whether a fork has it, usable or not; JMH computes a score for every cell. */
  public boolean isIn(Measured cell) {
    return equals(SCORE) || cell.forks().values().stream().anyMatch(this::isIn);
  }

  private boolean isIn(Fork fork) {
    return isOfJmhOrSuite() ? values(fork).isPresent() : ProfilerMetric.of(fork, name).isPresent();
  }

  /** Whether a fork's figure is made of the times of its iterations. */
  boolean isTimed() {
    return isOfJmhOrSuite() && !exact();
  }

  private boolean isOfJmhOrSuite() {
    return equals(SCORE) || metric.isPresent();
  }

  private Optional<Double> log(Fork fork) {
    if (exact()) {
      return values(fork).map(bytes -> Math.log(bytes.last() / rows(fork)));
    }
    return isOfJmhOrSuite()
        ? values(fork).map(times -> times.stream().map(Math::log).average().orElseThrow())
        : ProfilerMetric.of(fork, name).map(Math::log);
  }

  /** Foreign files have no rows. */
  private static double rows(Fork fork) {
    return Math.max(1, fork.last(Metric.ROWS_TABLE).orElse(1.0));
  }

  /** The values of the iterations; empty if the fork has none. */
  Optional<Series> values(Fork fork) {
    return Optional.ofNullable(equals(SCORE) ? fork.primary() : fork.secondary().get(name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Measure that
        && name.equals(that.name)
        && metric.equals(that.metric)
        && profilerUnit.equals(that.profilerUnit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, metric, profilerUnit);
  }
}
