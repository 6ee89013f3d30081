package storagebench.workload;

/**
 * The telephone numbers of five million subscribers in three classes: 200 thousand hot ones make 20
 * % of the calls, 800 thousand the next 40 %, four million the rest.
 */
final class Subscribers {
  private static final long HOT = 200_000;
  private static final long WARM = 800_000;
  private static final long COLD = 4_000_000;

  private static final long NUMBERS = 10_000_000_000L;

  /** Coprime to 10^10, so that no two subscribers share a number and neighbours look unrelated. */
  private static final long SPREAD = 618_033_989L;

  private Subscribers() {}

  /**
   * The ten digits of a subscriber's number.
   *
   * @param share 0-99, decides the class
   * @param draw any number, decides the subscriber within the class
   */
  static long number(int share, long draw) {
    long u = draw >>> 32;
    long subscriber;
    if (share < 20) {
      subscriber = u * HOT >>> 32;
    } else if (share < 60) {
      subscriber = HOT + (u * WARM >>> 32);
    } else {
      subscriber = HOT + WARM + (u * COLD >>> 32);
    }
    return (subscriber + 1) * SPREAD % NUMBERS;
  }
}
