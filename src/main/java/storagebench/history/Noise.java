package storagebench.history;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import storagebench.statistics.SuccessiveDifferences;

/**
 * How much the figures of one line vary from night to night though nothing changed. Nights differ
 * by more than their forks do, so the variance of nights is taken from the history itself, and
 * never less than what the forks explain.
 *
 * @param ofNights variance of the logarithm that a night adds to its forks' own
 * @param ofForks variance of the logarithm from fork to fork within a night
 * @param degrees degrees of freedom; 0 if there are too few nights to tell
 */
record Noise(double ofNights, double ofForks, double degrees) {
  /**
   * The noise of the nights before one.
   *
   * @param points of a line
   * @param end place of the first night that does not count
   * @param changes places of nights that differ from the one before by a known change
   */
  static Noise before(List<Point> points, int end, Set<Integer> changes) {
    double squares = 0;
    int degreesOfForks = 0;
    for (Point point : points.subList(0, end)) {
      int degrees = point.figure().forks() - 1;
      squares += degrees * point.figure().logDeviation() * point.figure().logDeviation();
      degreesOfForks += degrees;
    }
    double forks = degreesOfForks == 0 ? 0 : squares / degreesOfForks;
    SuccessiveDifferences nights =
        SuccessiveDifferences.of(
            IntStream.range(1, end)
                .filter(i -> !changes.contains(i))
                .mapToDouble(
                    i -> points.get(i).figure().logMean() - points.get(i - 1).figure().logMean())
                .toArray());
    double explained =
        points.subList(0, end).stream()
            .mapToDouble(point -> forks / point.figure().forks())
            .average()
            .orElse(0);
    return new Noise(Math.max(0, nights.variance() - explained), forks, nights.degrees());
  }

  /** Variance of the mean of these nights. */
  double ofMean(List<Integer> places, List<Point> points) {
    double sum = 0;
    for (int place : places) {
      sum += ofNights + ofForks / points.get(place).figure().forks();
    }
    return sum / places.size() / places.size();
  }
}
