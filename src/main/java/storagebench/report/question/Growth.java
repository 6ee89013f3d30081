package storagebench.report.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import storagebench.report.study.CellNames;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.results.Series;
import storagebench.statistics.Estimate;
import storagebench.statistics.LinearFit;
import storagebench.statistics.Quantiles;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;
import storagebench.table.Text;

/**
 * Do batches get slower as the table grows? A line through each fork's batches; the interval is
 * that of the forks' slopes.
 */
public final class Growth implements Question {
  private static final int LISTED_STALLS = 5;

  /**
   * A cell whose table grew.
   *
   * @param medians median time of the batches of each size
   * @param slowest the fork with the slowest batch
   * @param slowestBatch which of its batches
   */
  private record Growing(
      Cell cell, List<Trace> forks, Map<Double, Double> medians, Trace slowest, int slowestBatch) {
    static Optional<Growing> of(Cell cell) {
      List<Trace> forks = Trace.longEnough(cell);
      return forks.isEmpty() ? Optional.empty() : Optional.of(of(cell, forks));
    }

    private static Growing of(Cell cell, List<Trace> forks) {
      Trace slowest = forks.get(0);
      int slowestBatch = 0;
      for (Trace fork : forks) {
        for (int i = 0; i < fork.size(); i++) {
          if (fork.seconds(i) > slowest.seconds(slowestBatch)) {
            slowest = fork;
            slowestBatch = i;
          }
        }
      }
      return new Growing(cell, forks, Trace.mediansBySize(forks), slowest, slowestBatch);
    }

    /** Where batches differ in size, each is set to the median time of all by that of its size. */
    Estimate slope() {
      List<Series> seconds = forks.stream().map(fork -> fork.batches().seconds()).toList();
      double typical = Quantiles.median(Series.joined(seconds));
      return Estimate.ofMean(forks.stream().mapToDouble(t -> slope(t, typical)).toArray());
    }

    private double slope(Trace fork, double typical) {
      double[] level = new double[fork.size()];
      for (int i = 0; i < level.length; i++) {
        level[i] = fork.seconds(i) * typical / medians.get(fork.rows(i));
      }
      return LinearFit.of(fork.rowsBefore(), level).slope().value();
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    List<Growing> cells =
        study.cells().stream().map(Growing::of).flatMap(Optional::stream).toList();
    return new TableBuilder<Growing>(
            "growth",
            "Growth",
            "Time of a batch against the rows already in the table, and the slowest batch. A stall"
                + " is a batch over 5 times the median of its cell's batches of that size.")
        .keys(study.keys(), g -> g.cell.identity())
        .add(
            Column.of(
                    "slope_s_per_row",
                    "slower by",
                    Quantity.TIME_PER_MILLION_ROWS,
                    Direction.LOWER_IS_BETTER)
                .withInterval(),
            Growth::slope)
        .add(
            Column.of("slowest_batch_s", "slowest", Quantity.TIME, Direction.LOWER_IS_BETTER),
            g -> Entry.of(g.slowest.seconds(g.slowestBatch)))
        .text("slowest_batch", "which batch", g -> g.slowest.name(g.slowestBatch))
        .add(
            Column.of("slowest_rows_before", "rows before it", Quantity.ROWS, Direction.NEUTRAL),
            g -> Entry.of(g.slowest.rowsBefore(g.slowestBatch)))
        .add(
            Column.of("stalls", "stalls", Quantity.COUNT, Direction.LOWER_IS_BETTER),
            g -> stalls(study, g))
        .buildUnlessEmpty(cells);
  }

  private static Entry slope(Growing growing) {
    Entry slope = Entry.of(growing.slope());
    int shortForks = growing.cell.forks().size() - growing.forks.size();
    return shortForks == 0
        ? slope
        : slope.withNote("forks of fewer than " + Trace.FEWEST_BATCHES + " batches are left out");
  }

  private static Entry stalls(Study study, Growing growing) {
    List<Stall> stalls = Stall.among(growing.forks, growing.medians);
    Entry count = Entry.of(stalls.size());
    return stalls.isEmpty() ? count : count.withNote(list(study, growing, stalls));
  }

  private static String list(Study study, Growing growing, List<Stall> stalls) {
    List<String> named = new ArrayList<>();
    for (Stall stall : stalls.subList(0, Math.min(LISTED_STALLS, stalls.size()))) {
      named.add(
          Text.of(
              "%s %.1f ms (%.1f times the median)",
              stall.batch(), 1000 * stall.seconds(), stall.timesMedian()));
    }
    String more =
        stalls.size() > named.size()
            ? ", and " + (stalls.size() - named.size()) + " more in stalls.csv"
            : "";
    return CellNames.of(study, growing.cell.identity()) + ": " + String.join(", ", named) + more;
  }
}
