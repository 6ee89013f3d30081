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
 * The goal of {@code --until}: the interval of every cell is as narrow as the user asked.
 *
 * <p>Stopping as soon as an interval happens to be narrow makes it cover the true value less often
 * than its nominal 95 %. Starting at {@link #FEWEST_ROUNDS} limits this; {@code
 * results/proof/rounds.md} has the simulated coverage.
 */
public final class UntilPrecise implements Goal {
  /** The first look at the intervals. */
  public static final int FEWEST_ROUNDS = 10;

  /** The last round, whatever the intervals are. */
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
      kept.writeResults();
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
