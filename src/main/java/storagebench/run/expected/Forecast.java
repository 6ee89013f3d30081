package storagebench.run.expected;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import storagebench.run.cell.Cell;

/**
 * What to expect of cells before anything runs: what the latest earlier run of the same cell from
 * this machine came to, and a guess where there is none. Which of them it is is always said.
 */
public final class Forecast {
  /** Rows a second of a trial as a whole, staging and verifying included; a guess. */
  static final double GUESSED_RATE = 50_000;

  /** Time of a trial without its rows: two JVMs meet, tables come and go; a guess. */
  static final double GUESSED_SECONDS = 3;

  /** How much the rates of trials of a cell vary, as a share; a guess. */
  static final double GUESSED_VARIATION = 0.08;

  private static final String BATCH_SIZE = "batchSize";

  private final List<EarlierRun> runs;

  /**
   * @param results the folder of all runs
   */
  public Forecast(Path results) {
    this.runs = EarlierRun.in(results);
  }

  /**
   * What to expect of a cell.
   *
   * @param batches how many batches, warm-up included, a trial will have
   */
  Expectation of(Cell cell, int batches) {
    return runs.stream()
        .flatMap(run -> run.of(cell, batches, GUESSED_VARIATION).stream())
        .findFirst()
        .orElseGet(() -> guess(cell, batches));
  }

  /** What trials of a cell, each of so many batches, will take together. */
  public Duration time(Cell cell, int batches, int trials) {
    return of(cell, batches).time(trials);
  }

  private static Expectation guess(Cell cell, int batches) {
    double rows = Double.parseDouble(cell.parameters().getOrDefault(BATCH_SIZE, "0"));
    return new Expectation(
        GUESSED_SECONDS + rows * batches / GUESSED_RATE, GUESSED_VARIATION, "a guess");
  }
}
