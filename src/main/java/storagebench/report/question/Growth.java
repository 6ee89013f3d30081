package storagebench.report.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import storagebench.report.study.CellNames;
import storagebench.report.study.Study;
import storagebench.report.table.CellTable;
import storagebench.report.table.Column;
import storagebench.report.table.Entry;
import storagebench.report.table.Footnotes;
import storagebench.report.table.Quantity;
import storagebench.report.table.Table;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.statistics.Estimate;
import storagebench.statistics.LinearFit;
import storagebench.statistics.Quantiles;

/**
 * Do batches get slower as the table grows? A line through each fork's batches; the interval is
 * that of the forks' slopes.
 */
public final class Growth implements Question {
  private static final int LISTED_STALLS = 5;
  private static final int FEWEST_BATCHES = 3;

  private record Growing(Cell cell, List<Trace> forks) {
    /** Where batches differ in size, each is set to the median time of all by that of its size. */
    Estimate slope() {
      Map<Double, Double> medians = Trace.mediansBySize(batches());
      double typical =
          Quantiles.median(batches().stream().mapToDouble(Trace.Batch::seconds).toArray());
      return Estimate.ofMean(forks.stream().mapToDouble(t -> slope(t, medians, typical)).toArray());
    }

    private static double slope(Trace trace, Map<Double, Double> medians, double typical) {
      double[] level =
          trace.batches().stream()
              .mapToDouble(b -> b.seconds() * typical / medians.get(b.rows()))
              .toArray();
      return LinearFit.of(trace.rowsBefore(), level).slope().value();
    }

    Trace.Batch slowest() {
      return batches().stream().max(Comparator.comparingDouble(Trace.Batch::seconds)).orElseThrow();
    }

    List<Trace.Batch> batches() {
      return forks.stream().flatMap(t -> t.batches().stream()).toList();
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    List<Growing> cells =
        study.cells().stream()
            .map(c -> new Growing(c, Trace.of(c)))
            .filter(g -> !g.forks.isEmpty())
            .filter(g -> g.forks.stream().allMatch(t -> t.batches().size() >= FEWEST_BATCHES))
            .toList();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    Footnotes notes = new Footnotes();
    CellTable<Growing> table = CellTable.of(study.keys(), g -> g.cell.identity());
    table
        .add(
            Column.of(
                    "slope_s_per_row",
                    "slower by",
                    Quantity.TIME_PER_MILLION_ROWS,
                    Direction.LOWER_IS_BETTER)
                .withInterval(),
            g -> Entry.of(g.slope()))
        .add(
            Column.of("slowest_batch_s", "slowest", Quantity.TIME, Direction.LOWER_IS_BETTER),
            g -> Entry.of(g.slowest().seconds()))
        .add(Column.ofText("slowest_batch", "which batch"), g -> Entry.of(g.slowest().name()))
        .add(
            Column.of("slowest_rows_before", "rows before it", Quantity.ROWS, Direction.NEUTRAL),
            g -> Entry.of(g.slowest().rowsBefore()))
        .add(
            Column.of("stalls", "stalls", Quantity.COUNT, Direction.LOWER_IS_BETTER),
            g -> stalls(study, g, notes));
    return Optional.of(
        new Table(
            "growth",
            "Growth",
            "Time of a batch against the rows already in the table, and the slowest batch. A stall"
                + " is a batch over 5 times the median of its cell's batches of that size.",
            table.columns(),
            table.rows(cells),
            List.of(),
            notes.texts(),
            false));
  }

  private static Entry stalls(Study study, Growing growing, Footnotes notes) {
    List<Stall> stalls = Stall.among(growing.batches());
    Entry count = Entry.of(stalls.size());
    return stalls.isEmpty() ? count : count.withNote(notes.number(list(study, growing, stalls)));
  }

  private static String list(Study study, Growing growing, List<Stall> stalls) {
    List<String> named = new ArrayList<>();
    for (Stall stall : stalls.subList(0, Math.min(LISTED_STALLS, stalls.size()))) {
      named.add(
          String.format(
              Locale.ROOT,
              "%s %.1f ms (%.1f times the median)",
              stall.batch().name(),
              1000 * stall.batch().seconds(),
              stall.timesMedian()));
    }
    String more =
        stalls.size() > named.size() ? ", and " + (stalls.size() - named.size()) + " more" : "";
    return CellNames.of(study, growing.cell.identity()) + ": " + String.join(", ", named) + more;
  }
}
