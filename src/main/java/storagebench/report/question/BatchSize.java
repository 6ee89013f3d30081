package storagebench.report.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.results.Batches;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.results.Metric.Direction;
import storagebench.results.Params;
import storagebench.statistics.Estimate;
import storagebench.statistics.LinearFit;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * What does a batch cost whatever its size, and what each row? Time of a batch = fixed cost + cost
 * per row x rows, fitted through the forks' mean batches with weights 1 / time^2.
 */
public final class BatchSize implements Question {
  static final Column MEDIAN =
      Column.of("batch_median_s", "batch", Quantity.TIME, Direction.LOWER_IS_BETTER);
  static final Column FIXED =
      Column.of("fixed_s_per_batch", "fixed cost", Quantity.TIME, Direction.LOWER_IS_BETTER)
          .withInterval();
  static final Column PER_ROW =
      Column.of("cost_s_per_row", "per row", Quantity.TIME_PER_ROW, Direction.LOWER_IS_BETTER)
          .withInterval();

  private static final Key SIZE = new Key(Params.BATCH_SIZE);

  /** No batch costs less than nothing. */
  static final String NO_FIT =
      "the line does not fit: its fixed cost lies below 0, so the time of a batch is no straight"
          + " line of its rows";

  private record Sized(Cell cell, Optional<LinearFit> fit) {
    Entry fitted(Function<LinearFit, Estimate> part) {
      Entry entry = fit.map(part).map(Entry::of).orElse(Entry.BLANK);
      return fit.isPresent() && belowZero(fit.get()) ? entry.withNote(NO_FIT) : entry;
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    Map<Identity, List<Cell>> groups = study.groupsBy(SIZE);
    List<Sized> rows =
        groups.values().stream()
            .map(group -> group.stream().filter(c -> c.batches().isPresent()).toList())
            .filter(group -> group.size() > 1)
            .flatMap(group -> sized(group).stream())
            .toList();
    return new TableBuilder<Sized>(
            "batch-size",
            "Batch size",
            "Throughput and median time of a batch by its size; the fixed cost of a batch and the"
                + " cost of a row from a straight line through all sizes of a variant.")
        .keys(study.keys(), s -> s.cell.identity())
        .add(Throughput.RATE, s -> Entry.of(Speed.rate(s.cell).orElseThrow().estimate()))
        .add(MEDIAN, s -> Entry.of(Speed.quantileSeconds(s.cell, 0.5)))
        .add(FIXED, s -> s.fitted(LinearFit::intercept))
        .add(PER_ROW, s -> s.fitted(LinearFit::slope))
        .buildUnlessEmpty(rows);
  }

  /** Whether the whole interval of the fixed cost lies below zero. */
  static boolean belowZero(LinearFit fit) {
    return fit.intercept().hasInterval() && fit.intercept().high() < 0;
  }

  /** The sizes of one variant in order; the fit stands in the first row, as it is of all. */
  private static List<Sized> sized(List<Cell> group) {
    List<Cell> bySize = Cell.inOrder(group);
    LinearFit fit = fit(bySize);
    return bySize.stream()
        .map(c -> new Sized(c, Optional.of(fit).filter(f -> c == bySize.get(0))))
        .toList();
  }

  private static LinearFit fit(List<Cell> cells) {
    List<Batches> forks = cells.stream().flatMap(c -> c.batches().orElseThrow().stream()).toList();
    return LinearFit.ofRelativeErrors(
        forks.stream().mapToDouble(b -> b.rows().mean()).toArray(),
        forks.stream().mapToDouble(b -> b.seconds().mean()).toArray());
  }
}
