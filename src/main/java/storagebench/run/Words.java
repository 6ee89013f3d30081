package storagebench.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import storagebench.results.Metric;

/** What is said of trials, the same on a terminal and in a log. */
final class Words {
  private Words() {}

  static String finished(FinishedTrial trial, Standing standing) {
    return numbered(trial.trial().cell(), standing)
        + "  "
        + figures(trial.results())
        + left(standing);
  }

  static String failed(Rounds.Trial trial, String line, Standing standing) {
    return numbered(trial.cell(), standing) + "  FAILED: " + line;
  }

  /** Rows a second so far, variant by variant. */
  static String rates(Standing standing) {
    return standing.rates().entrySet().stream()
        .map(rate -> String.format(Locale.ROOT, "%s %,.0f", rate.getKey(), rate.getValue()))
        .collect(Collectors.joining("  ", "", " rows/s"));
  }

  private static String numbered(Cell cell, Standing standing) {
    return "[" + standing.done() + "/" + standing.total() + "] " + cell;
  }

  private static String left(Standing standing) {
    return standing.done() == standing.total()
        ? ""
        : standing.left().map(time -> ", " + Amounts.text(time) + " left").orElse("");
  }

  private static String figures(List<RunResult> results) {
    return results.stream().map(Words::figure).collect(Collectors.joining(", "));
  }

  private static String figure(RunResult result) {
    Result<?> rows = result.getSecondaryResults().get(Metric.ROWS_INSERTED.label());
    Result<?> wall = result.getSecondaryResults().get(Metric.TIME_WALL.label());
    Result<?> score = result.getPrimaryResult();
    return rows == null || wall == null
        ? String.format(Locale.ROOT, "%,.3f %s", score.getScore(), score.getScoreUnit())
        : String.format(
            Locale.ROOT,
            "%,.0f rows/s",
            rows.getStatistics().getSum() * 1000 / wall.getStatistics().getSum());
  }
}
