package storagebench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When a run has measured enough: after the rounds that were asked for or, with {@code --until},
 * when every cell is known as precisely as asked.
 *
 * <p>An interval that is looked at after every round, and kept when it happens to be narrow, covers
 * the truth less often than its 95 %. Never looking before {@link #FEWEST_ROUNDS} holds that in
 * bounds; how often the interval still covers is simulated in {@code results/proof/rounds.md}.
 */
final class Goal {
  /** Fewer are not looked at. */
  static final int FEWEST_ROUNDS = 10;

  /** More are not run: what is not known by then will not be. */
  static final int MOST_ROUNDS = 100;

  private final KeptRun kept;
  private final Double until;

  /**
   * @param kept what is measured so far, and the plan
   */
  Goal(KeptRun kept) {
    this.kept = kept;
    this.until = kept.plan().until();
  }

  /**
   * Whether another round is called for.
   *
   * @param rounds how many were run, or resumed from
   */
  boolean wantsMoreThan(int rounds) {
    return until != null && rounds < MOST_ROUNDS && (kept.reachesBeyond(rounds) || !reached());
  }

  /** What was reached, in lines for the user; none where no precision was asked for. */
  List<String> statement() {
    if (until == null) {
      return List.of();
    }
    List<Precision> all = kept.precision();
    List<Precision> tooWide = all.stream().filter(cell -> !cell.reaches(until)).toList();
    List<String> lines = new ArrayList<>();
    if (tooWide.isEmpty()) {
      lines.add("Every cell's 95 % interval is within " + Amounts.within(until) + ".");
      return lines;
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%d of %d cells are not within %s:",
            tooWide.size(),
            all.size(),
            Amounts.within(until)));
    tooWide.forEach(cell -> lines.add("  " + cell));
    return lines;
  }

  private boolean reached() {
    return kept.precision().stream().allMatch(cell -> cell.reaches(until));
  }
}
