package storagebench.report.question;

import java.util.List;
import java.util.Optional;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** Which batches took much longer than others? All of them; growth names the worst. */
public final class Stalls implements Question {
  private record Stalled(Cell cell, Stall stall) {}

  @Override
  public Optional<Table> answer(Study study) {
    List<Stalled> stalls =
        study.cells().stream()
            .flatMap(cell -> Stall.of(cell).stream().map(stall -> new Stalled(cell, stall)))
            .toList();
    return new TableBuilder<Stalled>(
            "stalls",
            "Stalls",
            "Batches over 5 times the median of their cell's batches of that size.")
        .keys(study.keys(), s -> s.cell.identity())
        .text("batch", "batch", s -> s.stall.batch())
        .add(
            Column.of("batch_s", "time", Quantity.TIME, Direction.LOWER_IS_BETTER),
            s -> Entry.of(s.stall.seconds()))
        .add(
            Column.of(
                "times_median", "times the median", Quantity.FACTOR, Direction.LOWER_IS_BETTER),
            s -> Entry.of(s.stall.timesMedian()))
        .detail()
        .buildUnlessEmpty(stalls);
  }
}
