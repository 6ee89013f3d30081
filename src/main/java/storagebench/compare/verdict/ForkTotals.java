package storagebench.compare.verdict;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.match.Round;
import storagebench.compare.verdict.Sample.Total;
import storagebench.results.Batches;
import storagebench.results.Fork;
import storagebench.results.Histogram;
import storagebench.results.Metric;
import storagebench.results.Series;

/**
 * What a measure comes to in each fork of a cell: a total over all its rows, or JMH's score.
 *
 * @param measure what is compared
 * @param cell one of which a ratio can be made, see {@link Obstacle}
 */
public record ForkTotals(Measure measure, MeasuredCell cell) {
  private static final double MICROS = 1e6;
  private static final double MICROS_PER_MILLI = 1e3;

  /** Those of the forks that have it; empty if none has. */
  public Optional<Sample> sample() {
    SortedMap<Round, Total> forks = new TreeMap<>();
    cell.forks().forEach((round, fork) -> of(fork).ifPresent(total -> forks.put(round, total)));
    return forks.isEmpty() ? Optional.empty() : Optional.of(Sample.of(forks));
  }

  private Optional<Total> of(Fork fork) {
    if (measure.exact()) {
      return measure.values(fork).map(bytes -> new Total(bytes.last(), rows(fork)));
    }
    return measure.isOfJmhOrSuite()
        ? measure.values(fork).map(times -> of(fork, times))
        : measure.figure(fork).map(figure -> new Total(figure, 1));
  }

  private Total of(Fork fork, Series times) {
    Optional<Batches> batches = Batches.of(fork, cell.identity().unit());
    if (measure.equals(Measure.TIME_PER_ROW)) {
      Batches all = batches.orElseThrow();
      return new Total(MICROS * all.seconds().sum(), all.rows().sum());
    }
    if (measure.metric().equals(Optional.of(Metric.ROWS_RATE)) && batches.isPresent()) {
      return new Total(batches.get().rows().sum(), batches.get().seconds().sum());
    }
    if (measure.metric().filter(Metric::isSpent).isPresent() && batches.isPresent()) {
      double factor = measure.metric().equals(Optional.of(Metric.TIME_CPU)) ? MICROS_PER_MILLI : 1;
      return new Total(factor * times.sum(), batches.get().rows().sum());
    }
    if (measure.equals(Measure.SCORE) && isSampled()) {
      Histogram samples = fork.samples().orElseThrow();
      return new Total(samples.sum(), samples.count());
    }
    return new Total(times.mean(), 1);
  }

  private boolean isSampled() {
    return cell.forks().values().stream().allMatch(fork -> fork.samples().isPresent());
  }

  /** Foreign files have no rows. */
  private static double rows(Fork fork) {
    return Math.max(1, fork.last(Metric.ROWS_TABLE).orElse(1.0));
  }
}
