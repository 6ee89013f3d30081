package storagebench.report.question;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Metric;
import storagebench.results.Metric.Direction;
import storagebench.results.OthersMetric;
import storagebench.results.ProfilerMetric;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * What else was measured? The metrics of other profilers, such as JMH's gc; those of the suite's
 * own profilers, which are many, in a table for scripts.
 */
public final class OtherMetrics implements Question {
  private final String id;
  private final String title;
  private final String explanation;
  private final boolean own;

  private OtherMetrics(String id, String title, String explanation, boolean own) {
    this.id = id;
    this.title = title;
    this.explanation = explanation;
    this.own = own;
  }

  /** The metrics of profilers that are not the suite's. */
  public static OtherMetrics ofOthers() {
    return new OtherMetrics(
        "other-metrics",
        "Other metrics",
        "What other profilers measured: JMH's own score; with an interval from the forks where it is"
            + " their mean.",
        false);
  }

  /** The metrics of the suite's own profilers. */
  public static OtherMetrics ofProfilers() {
    return new OtherMetrics(
        "profile",
        "Profile",
        "What the suite's profilers measured: the mean of the forks' means.",
        true);
  }

  private record Measured(Cell cell, String metric) {
    Estimate score() {
      return OthersMetric.isNamed(metric) ? OthersMetric.of(cell, metric) : mean();
    }

    private Estimate mean() {
      return Estimate.ofMean(
          cell.forks().stream()
              .flatMap(f -> ProfilerMetric.of(f, metric).stream())
              .mapToDouble(Double::doubleValue)
              .toArray());
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    TableBuilder<Measured> table = new TableBuilder<>(id, title, explanation);
    if (own) {
      table.detail();
    }
    return table
        .keys(study.keys(), m -> m.cell.identity())
        .add(Column.ofLabel("metric", "metric"), m -> Entry.of(m.metric))
        .add(
            Column.of("score", "score", Quantity.NUMBER, Direction.NEUTRAL).withInterval(),
            m -> Entry.of(m.score()))
        .text("metric_unit", "unit", m -> m.cell.units().getOrDefault(m.metric, ""))
        .buildUnlessEmpty(study.cells().stream().flatMap(this::of).toList());
  }

  private Stream<Measured> of(Cell cell) {
    return new TreeSet<>(cell.units().keySet())
        .stream()
            .filter(m -> Metric.byLabel(m).isEmpty())
            .filter(m -> ProfilerMetric.direction(m).isPresent() == own)
            .map(m -> new Measured(cell, m));
  }
}
