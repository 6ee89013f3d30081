package storagebench.compare.verdict;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.match.Pair;
import storagebench.results.Batches;
import storagebench.results.Fork;
import storagebench.results.Identity;
import storagebench.results.Metric;
import storagebench.results.Metric.Direction;
import storagebench.results.OthersMetric;
import storagebench.results.ProfilerMetric;
import storagebench.results.Series;

/**
 * What of a cell is compared: JMH's score, one of the suite's metrics that has a direction, one of
 * its profilers', or a secondary metric of somebody else's with a direction that is given. Sizes
 * are exact and taken for each row in the table, the others statistical.
 *
 * @param name name on the command line and in files; with {@code *} for any text, it stands for all
 *     metrics of such names that a run has
 * @param metric the metric; empty for the score, for those of profilers and for somebody else's
 * @param ownUnit unit of a profiler's or somebody else's metric and of the time of a row; empty for
 *     others, and until a run tells it
 * @param given the direction that was given, or that the unit of a run says
 */
public record Measure(
    String name, Optional<Metric> metric, String ownUnit, Optional<Direction> given) {
  /** JMH's primary score; of cells that insert rows {@link #TIME_PER_ROW} stands for it. */
  public static final Measure SCORE = new Measure("score", "", Optional.empty());

  /** The score of cells that insert rows: total time by rows, the inverse of their throughput. */
  static final Measure TIME_PER_ROW = new Measure("score", "us/row", Optional.empty());

  /** What is compared where nothing else was asked for. */
  public static final List<Measure> DEFAULT =
      List.of(
          SCORE,
          new Measure(Metric.TIME_CPU),
          new Measure(Metric.INSTRUCTIONS),
          new Measure(Metric.BYTES_WAL),
          new Measure(Metric.BYTES_TABLE),
          new Measure(Metric.BYTES_INDEX));

  /** Stands for any text in a name. */
  static final String ANY = "*";

  Measure(Metric metric) {
    this(metric.label(), Optional.of(metric), "", Optional.empty());
  }

  Measure(String name, String unit, Optional<Direction> given) {
    this(name, Optional.empty(), unit, given);
  }

  /** Whether it has this name, or one for which this name with {@code *} stands. */
  public boolean isNamed(String names) {
    return Pattern.matches(Pattern.quote(names).replace(ANY, "\\E.*\\Q"), name);
  }

  /** Whether the figure has no error of measurement. */
  public boolean exact() {
    return metric.filter(Metric::isSize).isPresent();
  }

  /** Whether it counts bytes, which vary less than times do. */
  public boolean countsBytes() {
    return exact() || metric.equals(Optional.of(Metric.BYTES_WAL));
  }

  /** Whether it tells how fast: times and instructions, where bytes are told beside them. */
  public boolean isSpeed() {
    return !countsBytes();
  }

  /** What it is in this pair: of cells that insert rows on both sides the score is their time. */
  public Measure in(Pair pair) {
    return insertsRows(pair.baseline()) ? in(pair.candidate()) : this;
  }

  /** What it is in this cell: of one that inserts rows the score is their time. */
  public Measure in(MeasuredCell cell) {
    return equals(SCORE) && insertsRows(cell) ? TIME_PER_ROW : this;
  }

  private static boolean insertsRows(MeasuredCell cell) {
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
        .or(() -> given)
        .or(() -> ProfilerMetric.direction(name))
        .map(direction -> direction == Direction.HIGHER_IS_BETTER)
        .orElse(cell.higherIsBetter());
  }

  /** Unit of the figure. */
  public String unit(Identity cell) {
    return metric
        .map(m -> isOfRows() ? unitOfRows(m) : m.unit())
        .orElse(equals(SCORE) ? cell.unit() : ownUnit);
  }

  private static String unitOfRows(Metric metric) {
    return switch (metric) {
      case TIME_CPU -> "us/row";
      case INSTRUCTIONS -> "instructions/row";
      default -> "B/row";
    };
  }

  /** Whether a fork has it, usable or not; JMH computes a score for every cell. */
  public boolean isIn(MeasuredCell cell) {
    return equals(SCORE)
        || isOfOthers() && cell.units().containsKey(name)
        || cell.forks().values().stream().anyMatch(this::isIn);
  }

  /** Whether it is somebody else's secondary metric. */
  boolean isOfOthers() {
    return !isScore() && OthersMetric.isNamed(name);
  }

  boolean isIn(Fork fork) {
    return isOfJmhOrSuite() ? values(fork).isPresent() : figure(fork).isPresent();
  }

  /** The figure of a fork of a metric that is neither JMH's score nor the suite's own. */
  Optional<Double> figure(Fork fork) {
    return Optional.ofNullable(fork.others().get(name)).or(() -> ProfilerMetric.of(fork, name));
  }

  /** Whether it is told for each row. */
  private boolean isOfRows() {
    return metric.filter(m -> m.isSize() || m.isSpent()).isPresent();
  }

  /** Whether a fork's figure is made of the times of its iterations. */
  boolean isTimed() {
    return isOfJmhOrSuite() && !exact();
  }

  /** Whether it is JMH's score, or what stands for it. */
  public boolean isScore() {
    return name.equals(SCORE.name);
  }

  boolean isOfJmhOrSuite() {
    return isScore() || metric.isPresent();
  }

  /** Times, or what else was taken, of the batches of a duel; empty if the fork has none. */
  Optional<Series> ofBatches(MeasuredCell cell, Fork fork) {
    return equals(TIME_PER_ROW)
        ? Batches.of(fork, cell.identity().unit()).map(Batches::seconds)
        : values(fork);
  }

  /** What the candidate's figures are multiplied by to be in the baseline's unit. */
  double factor(Pair pair) {
    return equals(TIME_PER_ROW) ? 1 : pair.factor(name);
  }

  /** The values of the iterations; empty if the fork has none, or not of every batch. */
  Optional<Series> values(Fork fork) {
    return metric.filter(Metric::isSpent).isPresent()
        ? fork.each(metric.get())
        : Optional.ofNullable(isScore() ? fork.primary() : fork.secondary().get(name));
  }
}
