package storagebench.choose;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import storagebench.results.Metric;
import storagebench.run.MeasuredDatabase;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.folder.KeptRun;
import storagebench.run.plan.Goal;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/** The goal of {@code choose}: nothing that could be chosen is still open. */
public final class RaceGoal implements Goal {
  /** The chance of any wrong statement in a race. */
  public static final double ERROR = 0.05;

  /** The last round, whatever is open then. */
  private static final int MOST_ROUNDS = 1000;

  private final KeptRun kept;
  private final List<RacedCells> races;

  /**
   * @param kept the plan and the trials so far
   * @param tables variables of the DDL of tables, by workload; see {@link
   *     storagebench.storage.Workload#table}
   * @param margin difference in speed that does not matter, as a share
   */
  public RaceGoal(KeptRun kept, Map<String, Map<String, String>> tables, double margin) {
    this.kept = kept;
    this.races = RacedCells.of(kept.plan().cells(), tables, margin, ERROR);
  }

  /** The goal of a run that is about to begin on that server. */
  public static RaceGoal of(KeptRun kept, MeasuredDatabase site, double margin) {
    return new RaceGoal(kept, site.tables(PlannedCell.workloads(kept.plan().cells())), margin);
  }

  /**
   * {@inheritDoc} Nothing is called for in a round after which another has begun: what was measured
   * hours after the others of its round would differ from them by more than its table.
   */
  @Override
  public boolean callsFor(Rounds.Trial trial) {
    List<FinishedTrial> finished = kept.finished();
    return races.stream()
        .filter(race -> race.has(trial.cell()))
        .filter(race -> !race.isPast(trial.round(), finished))
        .anyMatch(race -> trial.round() == 0 || race.calls(trial.cell(), finished, trial.round()));
  }

  @Override
  public int leastRounds() {
    return 1;
  }

  @Override
  public boolean wantsMoreThan(int rounds, Set<PlannedCell> failed) {
    return rounds < MOST_ROUNDS
        && (kept.reachesBeyond(rounds)
            || races.stream().anyMatch(race -> race.open(kept.finished(), rounds)));
  }

  /** Rows of the table of a cell after a trial. */
  long rows(PlannedCell cell) {
    return kept.finished().stream()
        .filter(trial -> trial.trial().cell().equals(cell))
        .findFirst()
        .map(trial -> trial.results().get(0).getSecondaryResults().get(Metric.ROWS_TABLE.label()))
        .map(rows -> (long) rows.getStatistics().getMax())
        .orElseThrow();
  }

  /**
   * What can be chosen, once the run has ended.
   *
   * @param failed cells of which a trial failed, and has not succeeded since
   * @param rowsPerDay rows that the user inserts a day; empty where that was not said
   */
  public Choices choices(Set<PlannedCell> failed, OptionalDouble rowsPerDay) {
    return Choices.of(races, kept.finished(), failed, rowsPerDay);
  }
}
