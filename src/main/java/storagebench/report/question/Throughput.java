package storagebench.report.question;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import storagebench.report.study.Best;
import storagebench.report.study.ClientWait;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Metric;
import storagebench.results.Metric.Direction;
import storagebench.statistics.Estimate;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.RatioWords;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * How fast does each cell take rows in? Rows / total time, from all forks; other people's
 * benchmarks keep their own score, unit and direction.
 */
public final class Throughput implements Question {
  /** Id of the table. */
  public static final String ID = "throughput";

  /** Rows a second. */
  public static final Column RATE =
      Column.of("rate_rows_per_s", "throughput", Quantity.RATE, Direction.HIGHER_IS_BETTER)
          .withInterval();

  /** Number of forks. */
  public static final Column FORKS = Column.of("forks", "forks", Quantity.COUNT, Direction.NEUTRAL);

  private static final Column BATCHES =
      Column.of("batches", "batches", Quantity.COUNT, Direction.NEUTRAL);
  private static final Column MEDIAN =
      Column.of("batch_median_s", "median", Quantity.TIME, Direction.LOWER_IS_BETTER);
  private static final Column P95 =
      Column.of("batch_p95_s", "p95", Quantity.TIME, Direction.LOWER_IS_BETTER);
  private static final Column COMMIT =
      Column.of("commit_share", "commit", Quantity.SHARE, Direction.LOWER_IS_BETTER);
  private static final Column SCORE =
      Column.of(Column.SCORE, "score", Quantity.NUMBER, Direction.NEUTRAL).withInterval();
  private static final Column UNIT = Column.ofText(Column.SCORE_UNIT, Column.UNIT);

  private static final String ONE_FORK = "one fork: no interval";
  private static final String NOT_FINITE = "scores are not finite, or too large to add up";

  @Override
  public Optional<Table> answer(Study study) {
    Set<Identity> best = Best.of(study, study.speed().key(), Speed::rate);
    TableBuilder<Cell> table =
        new TableBuilder<Cell>(
                ID,
                "Throughput",
                "Rows divided by total time over all forks; batches are those of one fork."
                    + " Relative figures are speeds: above 1 is faster; an interval that holds 1"
                    + " cannot tell.")
            .keys(study.keys(), Cell::identity)
            .add(FORKS, c -> c.forks().isEmpty() ? Entry.BLANK : Entry.of(c.forks().size()))
            .add(BATCHES, Throughput::batchesPerFork)
            .add(RATE, c -> Best.mark(best, c, noted(c, rate(c))))
            .add(MEDIAN, c -> Entry.of(Speed.quantileSeconds(c, 0.5)))
            .add(P95, c -> Entry.of(Speed.quantileSeconds(c, 0.95)))
            .add(COMMIT, c -> Entry.of(Speed.commitShare(c)))
            .add(SCORE, Throughput::score)
            .add(UNIT, Throughput::unit)
            .remarks(
                Stream.concat(
                        MeanOfRates.warnings(study).stream(),
                        LackedVariants.sentences(study).stream())
                    .toList());
    for (String value : study.speed().values()) {
      table
          .add(relativeTo(value), c -> relative(study, c, value))
          .add(
              Column.inWords("speed_over_" + value + "_words", "than " + value),
              c -> inWords(study, c, value));
    }
    return Optional.of(table.build(study.cells()));
  }

  private static Column relativeTo(String value) {
    return Column.of(
            "speed_over_" + value, "vs " + value, Quantity.FACTOR, Direction.HIGHER_IS_BETTER)
        .withInterval();
  }

  private static Entry relative(Study study, Cell cell, String value) {
    return study
        .sibling(cell, study.speed().key(), value)
        .map(other -> other == cell ? Estimate.exact(1) : Speed.relative(cell, other).estimate())
        .map(Entry::of)
        .orElse(Entry.BLANK);
  }

  private static Entry inWords(Study study, Cell cell, String value) {
    return study
        .sibling(cell, study.speed().key(), value)
        .filter(other -> other != cell)
        .map(other -> Speed.relative(cell, other).estimate())
        .map(ratio -> noted(ratio, Entry.ofWords(RatioWords.OF_SPEED.of(ratio))))
        .orElse(Entry.BLANK);
  }

  private static Entry noted(Estimate ratio, Entry words) {
    return ratio.hasInterval() || words.isBlank() ? words : words.withNote(ONE_FORK);
  }

  private static Entry batchesPerFork(Cell cell) {
    return Entry.of(cell.forks().stream().mapToDouble(f -> f.primary().size()).average());
  }

  private static Entry rate(Cell cell) {
    Optional<RatioEstimate> rate = Speed.rate(cell);
    if (rate.isEmpty()) {
      boolean someRows = cell.units().containsKey(Metric.ROWS_INSERTED.label());
      return someRows
          ? Entry.BLANK.withNote("rows or times are missing or not finite in some batches")
          : Entry.BLANK;
    }
    Entry entry = Entry.of(rate.get().estimate());
    if (!Double.isFinite(rate.get().value())) {
      return entry.withNote(NOT_FINITE);
    }
    if (cell.forks().size() == 1) {
      return entry.withNote(ONE_FORK);
    }
    boolean perThread =
        cell.identity().threads() > 1
            && cell.forks().stream().anyMatch(f -> f.each(Metric.TIME_WALL).isEmpty());
    return perThread
        ? entry.withNote("no time.wall: time is the mean of the threads' own times")
        : entry;
  }

  private static Entry noted(Cell cell, Entry rate) {
    return ClientWait.note(cell).map(rate::withNote).orElse(rate);
  }

  private static Entry score(Cell cell) {
    if (Speed.rate(cell).isPresent()) {
      return Entry.BLANK;
    }
    Estimate score = Speed.score(cell).estimate();
    Entry entry = Entry.of(score);
    if (!Double.isFinite(score.value())) {
      return entry.withNote(NOT_FINITE);
    }
    if (cell.forks().isEmpty()) {
      return entry.withNote("no raw data in the file: JMH's own score, without an interval");
    }
    return cell.forks().size() == 1 ? entry.withNote(ONE_FORK) : entry;
  }

  private static Entry unit(Cell cell) {
    if (Speed.rate(cell).isPresent()) {
      return Entry.BLANK;
    }
    String direction =
        cell.identity().contradictsItself()
            ? "in mode " + cell.identity().mode() + ": unknown which way is better"
            : cell.identity().higherIsBetter() ? "higher is better" : "lower is better";
    return Entry.of(cell.identity().unit() + ", " + direction);
  }
}
