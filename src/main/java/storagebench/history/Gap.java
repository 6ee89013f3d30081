package storagebench.history;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import storagebench.statistics.Estimate;
import storagebench.statistics.LogDifference;

/**
 * How far the newest nights of a line lie from those of a span ago.
 *
 * @param line which line
 * @param place of the newest night among its points
 * @param span how far back
 * @param difference newest less earlier nights on the log scale; without degrees of freedom where
 *     there are too few nights to tell their noise
 * @param range of sizes, which are known exactly: the least and the most that any two forks of the
 *     nights differ; empty for all else
 */
record Gap(Line line, int place, Span span, LogDifference difference, Optional<Estimate> range) {
  /**
   * The gap of a span.
   *
   * @param first the first night after the last known change
   * @return empty where no night is as old as that
   */
  static Optional<Gap> of(Line line, int place, Span span, int first, Noise noise) {
    List<Point> points = line.points();
    List<List<Integer>> places = span.of(points, first, place);
    List<Integer> earlier = places.get(1);
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    NightFigure newest = points.get(place).figure();
    if (newest.exact()) {
      double before = mean(earlier, points, figure -> Math.log(figure.value()));
      double value = Math.log(newest.value()) - before;
      double most = mean(earlier, points, figure -> Math.log(figure.most()));
      double least = mean(earlier, points, figure -> Math.log(figure.least()));
      return Optional.of(
          new Gap(
              line,
              place,
              span,
              difference(value, 0, 0),
              Optional.of(
                  new Estimate(
                      Math.exp(value),
                      Math.exp(Math.log(newest.least()) - most),
                      Math.exp(Math.log(newest.most()) - least)))));
    }
    List<Integer> recent = places.get(0);
    double value =
        mean(recent, points, NightFigure::logMean) - mean(earlier, points, NightFigure::logMean);
    double variance = noise.ofMean(recent, points) + noise.ofMean(earlier, points);
    return Optional.of(
        new Gap(
            line,
            place,
            span,
            difference(value, Math.sqrt(variance), noise.degrees()),
            Optional.empty()));
  }

  private static LogDifference difference(double value, double error, double degrees) {
    return new LogDifference(value, error, degrees, degrees, error * error, 1);
  }

  private static double mean(
      List<Integer> places, List<Point> points, ToDoubleFunction<NightFigure> figure) {
    return places.stream()
        .mapToDouble(place -> figure.applyAsDouble(points.get(place).figure()))
        .average()
        .orElseThrow();
  }

  /** Whether there is a test of it. */
  boolean isTestable() {
    return range.isEmpty() && difference.degrees() > 0;
  }

  /** Newest / earlier, with the interval of confidence 1 - {@code alpha} or the range of sizes. */
  Estimate ratio(double alpha) {
    return range.orElseGet(
        () ->
            difference.degrees() > 0
                ? difference.ratio(alpha)
                : Estimate.exact(Math.exp(difference.value())));
  }
}
