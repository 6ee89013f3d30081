package storagebench.compare.table;

import java.util.List;
import storagebench.compare.Comparison;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;
import storagebench.report.table.CellTable;
import storagebench.report.table.Column;
import storagebench.report.table.Entry;
import storagebench.report.table.Table;

/** Every field of every row, for scripts. */
public final class ScriptTable {
  private ScriptTable() {}

  /** One row a cell and metric. */
  public static Table of(Comparison comparison) {
    CellTable<Row> table =
        CellTable.of(VerdictTable.keys(comparison), Row::identity)
            .add(Column.ofText("metric", "metric"), r -> Entry.of(r.measure().name()))
            .add(Column.ofText("unit", "unit"), r -> Entry.of(r.measure().unit(r.identity())))
            .add(
                Column.ofText("better", "better"),
                r -> Entry.of(r.measure().higherIsBetter(r.identity()) ? "higher" : "lower"))
            .add(Column.ofText("verdict", "verdict"), r -> Entry.of(r.verdict().label()))
            .add(VerdictTable.number("baseline"), r -> VerdictTable.baseline(r))
            .add(VerdictTable.number("candidate"), r -> VerdictTable.candidate(r))
            .add(VerdictTable.number("ratio").withInterval(), r -> Entry.of(r.ratio()))
            .add(VerdictTable.number("p_holm"), r -> Entry.of(r.p()))
            .add(VerdictTable.number("margin"), r -> Entry.of(r.margin()))
            .add(VerdictTable.number("smallest_change"), r -> Entry.of(r.smallest() - 1))
            .add(VerdictTable.number("forks_to_settle"), r -> forks(r))
            .add(VerdictTable.number("baseline_forks"), r -> count(r, true))
            .add(VerdictTable.number("candidate_forks"), r -> count(r, false))
            .add(Column.ofText("paired", "paired"), ScriptTable::paired)
            .add(Column.ofText("differences", "differences"), r -> words(Words.differences(r)))
            .add(Column.ofText("notes", "notes"), r -> words(String.join("; ", r.notes())));
    return new Table(
        "comparison",
        "Comparison",
        VerdictTable.explanation(comparison),
        table.columns(),
        table.rows(comparison.rows()),
        List.of(),
        List.of(),
        false);
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
