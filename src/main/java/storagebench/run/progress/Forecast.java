package storagebench.run.progress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import storagebench.run.plan.PlannedCell;

/**
 * What to expect of cells before anything runs: what the latest earlier run of the same cell from
 * this machine came to. Servers differ by far too much to guess anything where there is none.
 */
public final class Forecast {
  private final List<EarlierRun> runs;

  /**
   * @param results the folder of all runs
   */
  public Forecast(Path results) {
    this.runs = EarlierRun.in(results);
  }

  /**
   * What to expect of a cell; empty if it was not measured before.
   *
   * @param batches how many batches, warm-up included, a trial will have
   */
  public Optional<Expectation> of(PlannedCell cell, int batches) {
    return runs.stream().flatMap(run -> run.of(cell, batches).stream()).findFirst();
  }

  /** What a trial of a cell with so many batches will take; empty if it was not measured before. */
  public Optional<Duration> time(PlannedCell cell, int batches) {
    return of(cell, batches).map(Expectation::time);
  }
}
