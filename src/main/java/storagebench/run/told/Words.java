package storagebench.run.told;

import java.util.Locale;
import java.util.stream.Collectors;
import storagebench.run.asked.Amounts;
import storagebench.run.cell.Cell;
import storagebench.run.cell.Rounds;
import storagebench.run.kept.FinishedTrial;

/**
 * What is said of trials, the same on a terminal and in a log.
 *
 * @param wording what a kind of run says in its own way
 */
record Words(Wording wording) {
  String finished(FinishedTrial trial, Standing standing) {
    return numbered(trial.trial().cell(), standing)
        + "  "
        + wording.figures(trial)
        + left(standing);
  }

  String failed(Rounds.Trial trial, String line, Standing standing) {
    return numbered(trial.cell(), standing) + "  FAILED: " + line;
  }

  /** Rows a second so far of everyone that is compared; empty while none is known. */
  static String soFar(Standing standing) {
    if (standing.rates().isEmpty()) {
      return "";
    }
    return standing.rates().entrySet().stream()
        .map(rate -> String.format(Locale.ROOT, "%s %,.0f", rate.getKey(), rate.getValue()))
        .collect(Collectors.joining("  ", "so far: ", " rows/s"));
  }

  private String numbered(Cell cell, Standing standing) {
    return "[" + standing.done() + "/" + standing.total() + "] " + wording.name(cell);
  }

  private static String left(Standing standing) {
    return standing.done() == standing.total()
        ? ""
        : standing.left().map(time -> ", " + Amounts.text(time) + " left").orElse("");
  }
}
