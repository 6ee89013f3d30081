package storagebench.report.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.statistics.Quantiles;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** How did the time of a batch develop? The lines of the growth chart. */
public final class Traces implements Question {
  /**
   * Keeps the page small; a longer run is thinned, with the slowest batch of each stretch, for its
   * rows, kept.
   */
  private static final int MOST_POINTS = 6000;

  private record Point(Cell cell, int batch, double rowsBefore, double seconds, double rows) {
    double secondsPerRow() {
      return seconds / rows;
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    List<List<Point>> traces =
        study.cells().stream().map(Traces::points).filter(p -> !p.isEmpty()).toList();
    int all = traces.stream().mapToInt(List::size).sum();
    int stretch = Math.max(1, (all + MOST_POINTS - 1) / MOST_POINTS);
    List<Point> points = traces.stream().flatMap(t -> thinned(t, stretch)).toList();
    return new TableBuilder<Point>(
            "traces",
            "Batches",
            "Time of batch k, the median of the forks, against the rows already in the table.")
        .keys(study.keys(), p -> p.cell.identity())
        .add(Column.of("batch", "batch", Quantity.COUNT, Direction.NEUTRAL), p -> Entry.of(p.batch))
        .add(
            Column.of("rows_before", "rows before it", Quantity.ROWS, Direction.NEUTRAL),
            p -> Entry.of(p.rowsBefore))
        .add(
            Column.of("batch_s", "median of the forks", Quantity.TIME, Direction.LOWER_IS_BETTER),
            p -> Entry.of(p.seconds))
        .add(
            Column.of("batch_rows", "rows of it", Quantity.ROWS, Direction.NEUTRAL),
            p -> Entry.of(p.rows))
        .detail()
        .buildUnlessEmpty(points);
  }

  private static List<Point> points(Cell cell) {
    List<Trace> forks = Trace.of(cell);
    int batches = forks.stream().mapToInt(Trace::size).max().orElse(0);
    List<Point> points = new ArrayList<>(batches);
    for (int k = 0; k < batches; k++) {
      int batch = k;
      List<Trace> reached = forks.stream().filter(t -> t.size() > batch).toList();
      points.add(
          new Point(
              cell,
              k + 1,
              median(reached, t -> t.rowsBefore(batch)),
              median(reached, t -> t.seconds(batch)),
              median(reached, t -> t.rows(batch))));
    }
    return points;
  }

  private static double median(List<Trace> forks, ToDoubleFunction<Trace> figure) {
    return Quantiles.median(forks.stream().mapToDouble(figure).toArray());
  }

  private static Stream<Point> thinned(List<Point> trace, int stretch) {
    return IntStream.iterate(0, i -> i < trace.size(), i -> i + stretch)
        .mapToObj(i -> trace.subList(i, Math.min(trace.size(), i + stretch)))
        .map(
            part ->
                part.stream()
                    .reduce((a, b) -> b.secondsPerRow() > a.secondsPerRow() ? b : a)
                    .orElseThrow());
  }
}
