package storagebench.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far back a night is compared. The further back, the more nights on both sides: a small change
 * is seen once it has lasted. Each night's age is counted in days before the newest; nights that
 * were not measured are not waited for.
 */
public enum Span {
  /** The newest night with those of the week before. */
  NIGHT(1, 1, 7),
  /** The last four nights with a week of nights, about a week ago. */
  WEEK(4, 4, 11),
  /** The last ten with a month of nights, about a month ago. */
  MONTH(10, 15, 45),
  /** The last two weeks with a quarter of nights, about a quarter ago. */
  QUARTER(14, 46, 136);

  /** Nights do not begin at the same minute. */
  private static final double SLACK = 0.5;

  private final int newest;
  private final int youngest;
  private final int oldest;

  /**
   * @param newest nights from this many days count as the newest
   * @param youngest age of the youngest that they are compared with, in days
   * @param oldest age of the oldest
   */
  Span(int newest, int youngest, int oldest) {
    this.newest = newest;
    this.youngest = youngest;
    this.oldest = oldest;
  }

  /** As tables and files name it, such as {@code month}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The places of the nights that are compared: the newest first, then the earlier ones.
   *
   * @param points a line
   * @param first the first night that may be used
   * @param last the newest night
   * @return two lists; the second is empty where no night is as old as that
   */
  List<List<Integer>> of(List<Point> points, int first, int last) {
    Instant now = points.get(last).night().started();
    List<Integer> recent = new ArrayList<>();
    List<Integer> earlier = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      double age = points.get(i).daysBefore(now);
      if (age < newest - SLACK) {
        recent.add(i);
      } else if (age >= youngest - SLACK && age < oldest + SLACK) {
        earlier.add(i);
      }
    }
    return List.of(recent, earlier);
  }
}
