package storagebench.proof;

import java.util.List;
import storagebench.compare.VerdictText;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Judge;
import storagebench.compare.verdict.Row;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** The four hand-timed runs with which pull request 1364 of Cloudberry says PAX inserts faster. */
final class PullRequest1364 {
  private static final double[][] BEFORE = {{6124.5}, {5993.7}};
  private static final double[][] AFTER = {{5713.2}, {5430.2}};

  private PullRequest1364() {}

  static Table table() {
    Judge judge = new Judge(measure -> 0.03, Decision.ALPHA);
    Contrast contrast = new Times(BEFORE, AFTER, false).contrast();
    Row row = judge.withOutlook(judge.judge(List.of(contrast))).get(0);
    return new TableBuilder<Row>(
            "pull-request-1364",
            "Four hand-timed runs",
            "Before 6124.5 and 5993.7 ms, after 5713.2 and 5430.2 ms, each run one fork.")
        .add(
            Column.of("ratio", "ratio", Quantity.FACTOR, Direction.NEUTRAL),
            r -> Entry.of(r.ratio().value()))
        .text("interval", "95 % interval", r -> VerdictText.interval(r.ratio()))
        .text("verdict", "verdict", r -> r.verdict().label())
        .add(
            ProofTables.count("forks", "forks needed"),
            r -> Entry.of(r.forksToSettle().orElseThrow()))
        .remarks(row.notes())
        .build(List.of(row));
  }
}
