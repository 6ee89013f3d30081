package storagebench.compare.verdict;

import java.util.Optional;
import java.util.stream.Stream;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.match.Pair;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.results.Series;

/**
 * Why no ratio can be made of a metric that both sides have, though nothing differs that has to be
 * equal: figures are absent, zero or not numbers, or it is unknown which way is better.
 */
public final class Obstacle {
  private Obstacle() {}

  /** The first obstacle, with the side and, where it is in a fork, the file; empty if none. */
  public static Optional<String> of(Pair pair, Measure measure) {
    return Stream.of(
            of(measure, pair.baseline()).map(why -> "baseline: " + why),
            of(measure, pair.candidate()).map(why -> "candidate: " + why))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The first obstacle in one cell; empty if none. */
  public static Optional<String> of(Measure measure, MeasuredCell cell) {
    if (measure.equals(Measure.SCORE) && cell.identity().contradictsItself()) {
      return Optional.of(
          "unit "
              + cell.identity().unit()
              + " in mode "
              + cell.identity().mode()
              + ": unknown which way is better");
    }
    if (cell.forks().isEmpty()) {
      return Optional.of("no raw data; measure without -Djmh.json.rawData=false");
    }
    if (measure.isOfOthers() && cell.forks().values().stream().noneMatch(measure::isIn)) {
      return Optional.of("no raw data of " + measure.name() + ", so what its forks had is unknown");
    }
    return cell.forks().entrySet().stream()
        .flatMap(
            fork ->
                in(fork.getValue(), measure)
                    .map(why -> why + ", in a fork of " + cell.files().get(fork.getKey()))
                    .stream())
        .findFirst();
  }

  private static Optional<String> in(Fork fork, Measure measure) {
    Optional<Series> values = measure.values(fork);
    if (measure.isTimed()) {
      return values.flatMap(times -> notPositive(times, measure.name()));
    }
    Stream<Optional<String>> sizes =
        measure.exact()
            ? Stream.of(
                values.flatMap(bytes -> negative(bytes.last(), measure.name())),
                Optional.ofNullable(fork.secondary().get(Metric.ROWS_TABLE.label()))
                    .flatMap(rows -> negative(rows.last(), Metric.ROWS_TABLE.label())))
            : Stream.of(values.flatMap(figures -> negative(figures.mean(), measure.name())));
    return sizes.flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> notPositive(Series times, String name) {
    return times.stream()
        .filter(time -> !(time > 0) || Double.isInfinite(time))
        .mapToObj(time -> name + " is " + time + ", expected a positive number")
        .findFirst();
  }

  private static Optional<String> negative(double value, String name) {
    return value >= 0 && Double.isFinite(value)
        ? Optional.empty()
        : Optional.of(name + " is " + value + ", expected 0 or more");
  }
}
