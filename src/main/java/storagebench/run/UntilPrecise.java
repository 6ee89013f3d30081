package storagebench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import storagebench.Count;
import storagebench.results.RunFolder;
import storagebench.run.folder.KeptRun;
import storagebench.run.plan.Amounts;
import storagebench.run.plan.Goal;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Precision;

/**
 * The goal of {@code --until}: every cell is known as precisely as asked.
 *
 * <p>An interval that is looked at after every round, and kept when it happens to be narrow, covers
 * the truth less often than its 95 %. Never looking before {@link #FEWEST_ROUNDS} holds that in
 * bounds; how often the interval still covers is simulated in {@code results/proof/rounds.md}.
 */
public final class UntilPrecise implements Goal {
  /** Fewer are not looked at. */
  public static final int FEWEST_ROUNDS = 10;

  /** More are not run: what is not known by then will not be. */
  public static final int MOST_ROUNDS = 100;

  private final KeptRun kept;
  private final double until;

  private UntilPrecise(KeptRun kept, double until) {
    this.kept = kept;
    this.until = until;
  }

  /**
   * The goal of a run.
   *
   * @param kept what is measured so far, and the plan
   * @return {@link Goal#AS_PLANNED} if no precision was asked for
   */
  public static Goal of(KeptRun kept) {
    return kept.plan().until() == null ? AS_PLANNED : new UntilPrecise(kept, kept.plan().until());
  }

  @Override
  public boolean wantsMoreThan(int rounds, Set<PlannedCell> failed) {
    return rounds < MOST_ROUNDS && (kept.reachesBeyond(rounds) || !reached(failed));
  }

  @Override
  public List<String> statement() {
    List<Precision> all = precision();
    List<Precision> tooWide = all.stream().filter(cell -> !cell.reaches(until)).toList();
    List<String> lines = new ArrayList<>();
    if (tooWide.isEmpty()) {
      lines.add("Every cell's 95 % interval is within " + Amounts.within(until) + ".");
      return lines;
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%d of %s not within %s:",
            tooWide.size(),
            Count.of(all.size(), "cell"),
            Amounts.within(until)));
    tooWide.forEach(cell -> lines.add("  " + cell));
    return lines;
  }

  /** How precisely every cell of the plan is known, also one that has no finished trial. */
  private List<Precision> precision() {
    List<Precision> all = new ArrayList<>();
    if (!kept.finished().isEmpty()) {
      all.addAll(Precision.in(kept.folder().file(RunFolder.RESULTS)));
    }
    List<PlannedCell> measured = all.stream().map(Precision::cell).toList();
    kept.plan().cells().stream()
        .filter(cell -> !measured.contains(cell))
        .forEach(cell -> all.add(Precision.unknown(cell)));
    return all;
  }

  private boolean reached(Set<PlannedCell> failed) {
    return precision().stream()
        .filter(known -> !failed.contains(known.cell()))
        .allMatch(known -> known.reaches(until));
  }
}
