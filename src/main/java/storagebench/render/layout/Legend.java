package storagebench.render.layout;

/** What the marks of a report mean. */
public final class Legend {
  private Legend() {}

  /**
   * Two sentences.
   *
   * @param best how the best figure is marked
   */
  public static String of(String best) {
    return "↑ higher is better, ↓ lower is better, ± 95 % interval from forks (the wider side), or"
        + " its ends in brackets. "
        + best
        + ": best, beyond doubt.";
  }
}
