package storagebench.run.progress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import storagebench.results.Metric;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;

/** The wording of a run: a trial comes to rows a second, and variants are what is compared. */
public final class RowsPerSecond implements Wording {
  @Override
  public String name(PlannedCell cell) {
    return cell.toString();
  }

  @Override
  public String figures(FinishedTrial trial) {
    return trial.results().stream().map(RowsPerSecond::figure).collect(Collectors.joining(", "));
  }

  @Override
  public Map<String, List<RunResult>> contenders(FinishedTrial trial) {
    return trial
        .trial()
        .cell()
        .definition()
        .map(variant -> Map.of(variant, trial.results()))
        .orElse(Map.of());
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
