package storagebench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.OneSided;
import storagebench.compare.verdict.Row;
import storagebench.results.Key;
import storagebench.table.CellTable;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Table;

/** Every field of every row, and what only one side has, for scripts. */
public final class ScriptTable {
  private ScriptTable() {}

  private static final Column METRIC = Column.ofText("metric", "metric");
  private static final Column VERDICT = Column.ofText("verdict", "verdict");

  /** One row a cell and metric; of what only one side has, it says so as its verdict. */
  public static Table of(Comparison comparison) {
    CellTable<Row> table =
        CellTable.of(keys(comparison), Row::identity)
            .add(METRIC, r -> Entry.of(r.measure().name()))
            .add(Column.ofText("unit", "unit"), r -> Entry.of(r.measure().unit(r.identity())))
            .add(
                Column.ofText("better", "better"),
                r -> Entry.of(r.measure().higherIsBetter(r.identity()) ? "higher" : "lower"))
            .add(VERDICT, r -> Entry.of(r.verdict().label()))
            .add(VerdictTable.number("baseline"), r -> VerdictTable.baseline(r))
            .add(VerdictTable.number("candidate"), r -> VerdictTable.candidate(r))
            .add(VerdictTable.number("ratio").withInterval(), r -> Entry.of(r.ratio()))
            .add(VerdictTable.number("ratio_of_totals"), r -> Entry.of(VerdictText.totals(r)))
            .add(VerdictTable.number("p_holm"), r -> Entry.of(r.p()))
            .add(VerdictTable.number("margin"), r -> Entry.of(r.margin()))
            .add(VerdictTable.number("smallest_change"), r -> Entry.of(r.smallest() - 1))
            .add(VerdictTable.number("forks_to_settle"), r -> forks(r))
            .add(VerdictTable.number("baseline_forks"), r -> count(r, true))
            .add(VerdictTable.number("candidate_forks"), r -> count(r, false))
            .add(Column.ofText("paired", "paired"), ScriptTable::paired)
            .add(
                Column.ofText("differences", "differences"), r -> words(VerdictText.differences(r)))
            .add(Column.ofText("notes", "notes"), r -> words(String.join("; ", r.notes())));
    List<List<Entry>> rows = new ArrayList<>(table.rows(comparison.rows()));
    comparison.onlyBaseline().forEach(o -> rows.add(row(table.columns(), o, "only in baseline")));
    comparison.onlyCandidate().forEach(o -> rows.add(row(table.columns(), o, "only in candidate")));
    return new Table(
        "comparison",
        "Comparison",
        VerdictTable.explanation(comparison),
        table.columns(),
        rows,
        List.of(),
        List.of(),
        false);
  }

  private static List<Key> keys(Comparison comparison) {
    return VerdictTable.keys(
        Stream.of(
                comparison.rows().stream().map(Row::identity),
                comparison.onlyBaseline().stream().map(OneSided::cell),
                comparison.onlyCandidate().stream().map(OneSided::cell))
            .flatMap(identities -> identities));
  }

  /** A row without figures; without a metric where the other side lacks the whole cell. */
  private static List<Entry> row(List<Column> columns, OneSided one, String verdict) {
    return columns.stream()
        .map(
            column ->
                column == METRIC
                    ? one.measure().map(measure -> Entry.of(measure.name())).orElse(Entry.BLANK)
                    : column == VERDICT
                        ? Entry.of(verdict)
                        : column
                            .key()
                            .flatMap(key -> key.of(one.cell()))
                            .map(Entry::of)
                            .orElse(Entry.BLANK))
        .toList();
  }

  private static Entry forks(Row row) {
    return row.forksToSettle().isPresent() ? Entry.of(row.forksToSettle().getAsInt()) : Entry.BLANK;
  }

  private static Entry count(Row row, boolean baseline) {
    return row.contrast()
        .map(c -> Entry.of((baseline ? c.baseline() : c.candidate()).count()))
        .orElse(Entry.BLANK);
  }

  private static Entry paired(Row row) {
    return row.contrast()
        .map(Contrast::paired)
        .map(paired -> Entry.of(paired ? "true" : "false"))
        .orElse(Entry.BLANK);
  }

  private static Entry words(String text) {
    return text.isEmpty() ? Entry.BLANK : Entry.of(text);
  }
}
