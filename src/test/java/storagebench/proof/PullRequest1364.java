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

/** The four hand-timed runs with which pull request 1364 of Cloudberry says PAX inserts faster. */
final class PullRequest1364 {
  private static final double[][] BEFORE = {{6124.5}, {5993.7}};
  private static final double[][] AFTER = {{5713.2}, {5430.2}};

  private PullRequest1364() {}

  static Table table() {
    Judge judge = new Judge(measure -> 0.03, Decision.ALPHA);
    Contrast contrast = new Times(BEFORE, AFTER, false).contrast();
    Row row = judge.withOutlook(judge.judge(List.of(contrast))).get(0);
    return new Table(
        "pull-request-1364",
        "Four hand-timed runs",
        "Before 6124.5 and 5993.7 ms, after 5713.2 and 5430.2 ms, each run one fork.",
        List.of(
            Column.of("ratio", "ratio", Quantity.FACTOR, Direction.NEUTRAL),
            Column.ofText("interval", "95 % interval"),
            Column.ofText("verdict", "verdict"),
            ProofTables.count("forks", "forks needed")),
        List.of(
            List.of(
                Entry.of(row.ratio().value()),
                Entry.of(VerdictText.interval(row.ratio())),
                Entry.of(row.verdict().label()),
                Entry.of(row.forksToSettle().orElseThrow()))),
        row.notes(),
        List.of(),
        false);
  }
}
