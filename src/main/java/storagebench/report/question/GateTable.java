package storagebench.report.question;

import java.util.Optional;
import storagebench.report.gate.Finding;
import storagebench.report.gate.Gates;
import storagebench.report.study.Study;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** Is the measurement sound, and are the formats as they should be? */
public final class GateTable implements Question {
  /** Id of the table. */
  public static final String ID = "gates";

  /** Name of the column that stands out. */
  public static final String VERDICT = "verdict";

  @Override
  public boolean ofCellsAsMeasured() {
    return true;
  }

  @Override
  public Optional<Table> answer(Study study) {
    return new TableBuilder<Finding>(
            ID,
            "Gates",
            "Checks of the measurement and of the formats, each with its worst figure.")
        .text("gate", "gate", Finding::gate)
        .add(Column.ofText(VERDICT, VERDICT), f -> f.verdict().entry())
        .add(
            Column.of("figure", "figure", Quantity.NUMBER, Direction.NEUTRAL),
            f -> Entry.of(f.figure()))
        .text("unit", "unit", f -> Double.isNaN(f.figure()) ? "" : f.unit())
        .text("limit", "limit", Finding::limit)
        .add(
            Column.of("checked", "checked", Quantity.COUNT, Direction.NEUTRAL),
            f -> Entry.of(f.checked()))
        .text("worst", "worst at", Finding::where)
        .buildUnlessEmpty(Gates.check(study));
  }
}
