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
import storagebench.compare.match.Pair;
import storagebench.compare.verdict.Sample.Total;
import storagebench.results.Batches;
import storagebench.results.Fork;
import storagebench.results.Histogram;
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
 * @param ownUnit unit of a profiler's metric and of the time of a row; empty for others, and until
 *     a run tells it
 */
public record Measure(String name, Optional<Metric> metric, String ownUnit) {
  /** JMH's primary score; of cells that insert rows {@link #TIME_PER_ROW} stands for it. */
  public static final Measure SCORE = new Measure("score", Optional.empty(), "");

  /** The score of cells that insert rows: total time by rows, the inverse of their throughput. */
  static final Measure TIME_PER_ROW = new Measure("score", Optional.empty(), "us/row");

  private static final double MICROS = 1e6;

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

  /** What it is in this pair: of cells that insert rows on both sides the score is their time. */
  public Measure in(Pair pair) {
    return equals(SCORE) && insertsRows(pair.baseline()) && insertsRows(pair.candidate())
        ? TIME_PER_ROW
        : this;
  }

  private static boolean insertsRows(Measured cell) {
    return !cell.forks().isEmpty()
        && cell.forks().values().stream()
            .allMatch(fork -> Batches.of(fork, cell.identity().unit()).isPresent());
  }

  /** Whether more is better. */
  public boolean higherIsBetter(Identity cell) {
    if (equals(TIME_PER_ROW)) {
      return false;
    }
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
        .orElse(equals(SCORE) ? cell.unit() : ownUnit);
  }

  /**
   * The figures of the forks that have it: of all the rows of a fork, or JMH's score of the fork.
   *
   * @param cell one of which a ratio can be made, see {@link Obstacle}
   * @return empty if no fork has it
   */
  Optional<Sample> of(Measured cell) {
    SortedMap<Round, Total> forks = new TreeMap<>();
    cell.forks()
        .forEach((round, fork) -> total(cell, fork).ifPresent(total -> forks.put(round, total)));
    return forks.isEmpty() ? Optional.empty() : Optional.of(Sample.of(forks));
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

  /** Whether it is JMH's score, or what stands for it. */
  public boolean isScore() {
    return name.equals(SCORE.name);
  }

  private boolean isOfJmhOrSuite() {
    return isScore() || metric.isPresent();
  }

  private Optional<Total> total(Measured cell, Fork fork) {
    if (exact()) {
      return values(fork).map(bytes -> new Total(bytes.last(), rows(fork)));
    }
    return isOfJmhOrSuite()
        ? values(fork).map(times -> total(cell, fork, times))
        : ProfilerMetric.of(fork, name).map(mean -> new Total(mean, 1));
  }

  private Total total(Measured cell, Fork fork, Series times) {
    Optional<Batches> batches = Batches.of(fork, cell.identity().unit());
    if (equals(TIME_PER_ROW)) {
      Batches all = batches.orElseThrow();
      return new Total(MICROS * all.seconds().sum(), all.rows().sum());
    }
    if (metric.equals(Optional.of(Metric.ROWS_RATE)) && batches.isPresent()) {
      return new Total(batches.get().rows().sum(), batches.get().seconds().sum());
    }
    if (equals(SCORE) && isSampled(cell)) {
      Histogram samples = fork.samples().orElseThrow();
      return new Total(samples.sum(), samples.count());
    }
    return new Total(times.mean(), 1);
  }

  private static boolean isSampled(Measured cell) {
    return cell.forks().values().stream().allMatch(fork -> fork.samples().isPresent());
  }

  /** Foreign files have no rows. */
  private static double rows(Fork fork) {
    return Math.max(1, fork.last(Metric.ROWS_TABLE).orElse(1.0));
  }

  /** Times, or what else was taken, of the batches of a duel; empty if the fork has none. */
  Optional<Series> ofBatches(Measured cell, Fork fork) {
    return equals(TIME_PER_ROW)
        ? Batches.of(fork, cell.identity().unit()).map(Batches::seconds)
        : values(fork);
  }

  /** What the candidate's figures are multiplied by to be in the baseline's unit. */
  double factor(Pair pair) {
    return equals(TIME_PER_ROW) ? 1 : pair.factor(name);
  }

  /** The values of the iterations; empty if the fork has none. */
  Optional<Series> values(Fork fork) {
    return Optional.ofNullable(isScore() ? fork.primary() : fork.secondary().get(name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Measure that
        && name.equals(that.name)
        && metric.equals(that.metric)
        && ownUnit.equals(that.ownUnit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, metric, ownUnit);
  }
}
