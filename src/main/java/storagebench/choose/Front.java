package storagebench.choose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Those to choose from, from the smallest and slowest to the largest and fastest.
 *
 * @param points each larger and faster than the one before
 */
public record Front(List<Point> points) {
  /**
   * A contender with its speed.
   *
   * @param contender its size
   * @param logTime mean logarithm of the time of a trial
   */
  public record Point(Contender contender, double logTime) {
    private double logSize() {
      return Math.log(contender.bytesPerRow());
    }
  }

  /** The points that no other beats on both. */
  static Front of(List<Point> points) {
    List<Point> front = new ArrayList<>();
    points.stream()
        .sorted(Comparator.comparingDouble(Point::logSize).thenComparing(Point::logTime))
        .filter(p -> front.isEmpty() || p.logTime < front.get(front.size() - 1).logTime)
        .forEach(front::add);
    return new Front(List.copyOf(front));
  }

  /** The fastest. */
  public Contender fastest() {
    return points.get(points.size() - 1).contender;
  }

  /** The smallest. */
  public Contender smallest() {
    return points.get(0).contender;
  }

  /**
   * The one closest to the ideal, which is as fast as the fastest and as small as the smallest, by
   * the logarithms of time and size: to be twice as slow is as bad as to be twice as large. The
   * smaller of two that are as close. (Compromise programming with p = 2: Zeleny, "Compromise
   * programming", in Cochrane and Zeleny, Multiple Criteria Decision Making, 1973.)
   */
  public Contender balanced() {
    double time = points.get(points.size() - 1).logTime;
    double size = points.get(0).logSize();
    return points.stream()
        .min(Comparator.comparingDouble(p -> Math.hypot(p.logTime - time, p.logSize() - size)))
        .orElseThrow()
        .contender;
  }
}
