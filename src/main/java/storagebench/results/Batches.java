package storagebench.results;

import java.util.Optional;

/**
 * The batches of one fork.
 *
 * @param rows rows inserted by each batch, over all threads
 * @param seconds time of each batch: {@link Metric#TIME_WALL}, or the primary score where that is
 *     absent
 */
public record Batches(Series rows, Series seconds) {
  /** The batches of a fork; empty where rows or times are absent, not finite or all zero. */
  public static Optional<Batches> of(Fork fork, String primaryUnit) {
    Optional<Series> rows = fork.each(Metric.ROWS_INSERTED).filter(r -> r.sum() > 0);
    return rows.isEmpty()
        ? Optional.empty()
        : seconds(fork, primaryUnit)
            .filter(s -> s.sum() > 0 && !s.hasNegative())
            .map(s -> new Batches(rows.get(), s));
  }

  private static Optional<Series> seconds(Fork fork, String primaryUnit) {
    return fork.each(Metric.TIME_WALL)
        .map(ms -> ms.times(TimeUnits.seconds("ms").orElseThrow()))
        .or(() -> primarySeconds(fork, primaryUnit));
  }

  private static Optional<Series> primarySeconds(Fork fork, String unit) {
    return TimeUnits.perOperation(unit)
        .map(factor -> fork.primary().times(factor))
        .filter(Series::isFinite);
  }

  /** How many batches there are. */
  public int size() {
    return rows.size();
  }

  /** Rows a second: all rows by all time. */
  public double rate() {
    return rows.sum() / seconds.sum();
  }

  /** Rows a second of batch {@code index}: for diagnosis, never to be averaged. */
  public double rate(int index) {
    return rows.get(index) / seconds.get(index);
  }
}
