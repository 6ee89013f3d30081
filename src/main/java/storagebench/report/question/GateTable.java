package storagebench.report.question;

import java.util.List;
import java.util.Optional;
import storagebench.report.gate.Finding;
import storagebench.report.gate.Gates;
import storagebench.report.study.Study;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;

/** Is the measurement sound, and are the formats as they should be? */
public final class GateTable implements Question {
  private static final List<Column> COLUMNS =
      List.of(
          Column.ofText("gate", "gate"),
          Column.ofText("verdict", "verdict"),
          Column.of("figure", "figure", Quantity.NUMBER, Direction.NEUTRAL),
          Column.ofText("unit", "unit"),
          Column.ofText("limit", "limit"),
          Column.of("checked", "checked", Quantity.COUNT, Direction.NEUTRAL),
          Column.ofText("worst", "worst at"));

  @Override
  public boolean ofCellsAsMeasured() {
    return true;
  }

  @Override
  public Optional<Table> answer(Study study) {
    List<Finding> findings = Gates.check(study);
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Table(
            "gates",
            "Gates",
            "Checks of the measurement and of the formats, each with its worst figure.",
            COLUMNS,
            findings.stream().map(GateTable::row).toList(),
            List.of(),
            List.of(),
            false));
  }

  private static List<Entry> row(Finding finding) {
    return List.of(
        Entry.of(finding.gate()),
        finding.verdict().entry(),
        Entry.of(finding.figure()),
        Double.isNaN(finding.figure()) ? Entry.BLANK : Entry.of(finding.unit()),
        Entry.of(finding.limit()),
        Entry.of(finding.checked()),
        finding.where().isEmpty() ? Entry.BLANK : Entry.of(finding.where()));
  }
}
