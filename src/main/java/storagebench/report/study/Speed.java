package storagebench.report.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import storagebench.results.Batches;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Histogram;
import storagebench.results.Metric;
import storagebench.results.Series;
import storagebench.results.TimeUnits;
import storagebench.statistics.Quantiles;
import storagebench.statistics.RatioEstimate;

/** How fast a cell was. Rows / total time; where there are no rows, JMH's own score. */
public final class Speed {
  private Speed() {}

  /** Rows a second: all rows of all forks by all their time. */
  public static Optional<RatioEstimate> rate(Cell cell) {
    return cell.rate();
  }

  /**
   * Mean of the scores of the forks, or of all their samples, in the unit of the cell; JMH's score
   * without raw data.
   */
  public static RatioEstimate score(Cell cell) {
    List<Histogram> samples = cell.forks().stream().flatMap(f -> f.samples().stream()).toList();
    if (!samples.isEmpty() && samples.size() == cell.forks().size()) {
      return RatioEstimate.of(
          samples.stream().mapToDouble(Histogram::sum).toArray(),
          samples.stream().mapToDouble(Histogram::count).toArray());
    }
    double[] means = cell.forks().stream().mapToDouble(f -> f.primary().mean()).toArray();
    if (means.length > 0) {
      return RatioEstimate.ofMean(means);
    }
    double mean = cell.launches().stream().mapToDouble(l -> l.score()).average().orElse(Double.NaN);
    return new RatioEstimate(mean, Double.NaN, 0);
  }

  /** A figure that is higher for the faster cell, for comparing cells of the same unit. */
  public static RatioEstimate speed(Cell cell) {
    return rate(cell)
        .orElseGet(() -> cell.identity().higherIsBetter() ? score(cell) : score(cell).inverse());
  }

  /** The figure of {@link #speed} for each fork alone. */
  public static double[] forkSpeeds(Cell cell) {
    return cell.batches()
        .map(forks -> forks.stream().mapToDouble(Batches::rate).toArray())
        .orElseGet(
            () ->
                cell.forks().stream()
                    .map(f -> new Cell(cell.identity(), List.of(f), List.of(), cell.units()))
                    .mapToDouble(c -> speed(c).value())
                    .toArray());
  }

  /** How many times as fast as another cell; NaN where they cannot be compared. */
  public static RatioEstimate relative(Cell cell, Cell reference) {
    boolean known =
        rate(cell).isPresent()
            || !cell.identity().contradictsItself() && !reference.identity().contradictsItself();
    return known && rate(cell).isPresent() == rate(reference).isPresent()
        ? speed(cell).over(speed(reference))
        : new RatioEstimate(Double.NaN, Double.NaN, 0);
  }

  /** Mean of the rates of single batches: a wrong figure, to warn where it would mislead. */
  public static OptionalDouble meanOfRates(Cell cell) {
    return cell.batches().stream()
        .flatMap(List::stream)
        .flatMapToDouble(b -> IntStream.range(0, b.size()).mapToDouble(b::rate))
        .average();
  }

  /**
   * Quantile over all batches (or samples) of all forks, in seconds; JMH's own for other people's
   * benchmarks, where their file has it; NaN where there is none.
   */
  public static double quantileSeconds(Cell cell, double p) {
    Optional<Double> ofJmh = percentile(cell, 100 * p);
    if (ofJmh.isPresent() && cell.batches().isEmpty()) {
      return ofJmh.get() * TimeUnits.perOperation(cell.identity().unit()).orElse(Double.NaN);
    }
    Optional<Histogram> samples =
        cell.forks().stream().flatMap(f -> f.samples().stream()).reduce(Histogram::plus);
    if (samples.isPresent()) {
      double factor = TimeUnits.perOperation(cell.identity().unit()).orElse(Double.NaN);
      return samples.get().quantile(p) * factor;
    }
    double[] seconds = batchSeconds(cell);
    return Arrays.stream(seconds).allMatch(Double::isFinite)
        ? Quantiles.of(seconds, p)
        : Double.NaN;
  }

  /** JMH's percentiles are of one result: those of several cannot be put together. */
  private static Optional<Double> percentile(Cell cell, double rank) {
    return cell.launches().size() == 1
        ? Optional.ofNullable(cell.launches().get(0).percentiles().get(rank))
        : Optional.empty();
  }

  /** Time of every batch of every fork, in seconds. */
  public static double[] batchSeconds(Cell cell) {
    List<Series> forks =
        cell.batches()
            .map(batches -> batches.stream().map(Batches::seconds).toList())
            .orElseGet(
                () -> cell.forks().stream().flatMap(f -> seconds(cell, f).stream()).toList());
    return Series.joined(forks);
  }

  /** Share of the batches' time that was the commit; empty unless every fork has both. */
  public static OptionalDouble commitShare(Cell cell) {
    return shareOfTime(cell, fork -> fork.each(Metric.TIME_COMMIT));
  }

  /**
   * Share of the batches' time; empty unless every fork has both.
   *
   * @param part milliseconds in the batches of a fork
   */
  static OptionalDouble shareOfTime(Cell cell, Function<Fork, Optional<Series>> part) {
    double some = 0;
    double all = 0;
    List<Batches> batches = cell.batches().orElse(List.of());
    for (int i = 0; i < batches.size(); i++) {
      Optional<Series> millis = part.apply(cell.forks().get(i));
      if (millis.isEmpty()) {
        return OptionalDouble.empty();
      }
      some += millis.get().sum() / 1000;
      all += batches.get(i).seconds().sum();
    }
    return all > 0 ? OptionalDouble.of(some / all) : OptionalDouble.empty();
  }

  private static Optional<Series> seconds(Cell cell, Fork fork) {
    return Batches.of(fork, cell.identity().unit())
        .map(Batches::seconds)
        .or(() -> TimeUnits.perOperation(cell.identity().unit()).map(fork.primary()::times));
  }
}
