package storagebench.report.question;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import storagebench.report.study.Anatomy;
import storagebench.report.study.Speed;
import storagebench.report.study.Spent;
import storagebench.report.study.Study;
import storagebench.report.study.TableSizes;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.results.ProfilerMetric;
import storagebench.statistics.Estimate;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * Where does the time of an insert go, inside the server? What the suite's profilers took of each
 * cell, for each row. A figure that none took is blank.
 */
public final class AnatomyTable implements Question {
  private static final double SECONDS_PER_MICRO = 1e-6;

  /** Waits that are not worth a column: less than this share of every cell's time. */
  private static final double NEGLIGIBLE = 0.001;

  private record Row(Cell cell, Anatomy anatomy) {}

  @Override
  public Optional<Table> answer(Study study) {
    List<Row> rows =
        study.cells().stream()
            .flatMap(c -> Anatomy.of(c).map(a -> new Row(c, a)).stream())
            .toList();
    TableBuilder<Row> table =
        new TableBuilder<Row>(
                "anatomy",
                "Anatomy of an insert",
                "Time of a row from statement to commit. Planning, execution, waiting before the"
                    + " commit and commit add up to it; execution is what is left. CPU is that of"
                    + " all server processes that insert, at once: on several segments more than"
                    + " the time.")
            .keys(study.keys(), row -> row.cell.identity());
    addTimes(table, kinds(rows));
    addCosts(table);
    return table.buildUnlessEmpty(rows);
  }

  private static void addTimes(TableBuilder<Row> table, SortedSet<String> waits) {
    table
        .add(
            time("time", "time").withInterval(),
            row -> Entry.of(Speed.rate(row.cell).orElseThrow().inverse().estimate()))
        .add(
            time("planning", "planning"),
            row -> taken(row, row.anatomy.planning(), "plan", ProfilerMetric.PLAN_EXECUTION))
        .add(time("execution", "execution"), AnatomyTable::execution);
    for (String kind : waits) {
      String heading = "waiting: " + kind.replace('_', ' ');
      table.add(time("wait_" + kind, heading), row -> waiting(row, kind));
    }
    table.add(time("commit", "commit"), row -> Entry.of(row.anatomy.commit()));
  }

  private static void addCosts(TableBuilder<Row> table) {
    table
        .add(
            time("cpu", "CPU").withInterval(),
            row ->
                spent(Spent.cpuSecondsPerRow(row.cell))
                    .orElseGet(
                        () ->
                            figure(
                                row, ProfilerMetric.BACKENDS_CPU, SECONDS_PER_MICRO, "backends")))
        .add(
            bytes("wal_bytes_per_row", "WAL"),
            row ->
                spent(Spent.walBytesPerRow(row.cell))
                    .orElseGet(() -> figure(row, ProfilerMetric.WAL_BYTES, 1, "wal")))
        .add(
            Column.of(
                "wal_records_per_row",
                "WAL records/row",
                Quantity.NUMBER,
                Direction.LOWER_IS_BETTER),
            AnatomyTable::records)
        .add(
            bytes("table_bytes_per_row", "table"),
            row -> Entry.of(TableSizes.bytesPerRow(row.cell).estimate()));
  }

  /** The wait classes that show in any cell. */
  private static SortedSet<String> kinds(List<Row> rows) {
    SortedSet<String> kinds = new TreeSet<>();
    for (Row row : rows) {
      row.anatomy
          .waiting()
          .forEach(
              (kind, seconds) -> {
                if (seconds > NEGLIGIBLE * row.anatomy.whole()) {
                  kinds.add(kind);
                }
              });
    }
    return kinds;
  }

  private static Column time(String name, String heading) {
    return Column.of(
        name + "_s_per_row", heading, Quantity.TIME_PER_ROW, Direction.LOWER_IS_BETTER);
  }

  private static Column bytes(String name, String heading) {
    return Column.of(name, heading, Quantity.BYTES_PER_ROW, Direction.LOWER_IS_BETTER)
        .withInterval();
  }

  private static Entry execution(Row row) {
    Entry entry = Entry.of(row.anatomy.execution());
    if (row.anatomy.waiting().isEmpty()) {
      entry = entry.withNote("waiting was not sampled (-prof waits) and is in here");
    }
    return row.anatomy.planning().isPresent()
        ? entry
        : entry.withNote("planning was not taken (-prof plan) and is in here");
  }

  private static Entry waiting(Row row, String kind) {
    Double seconds = row.anatomy.waiting().get(kind);
    return taken(
        row,
        seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds),
        "waits",
        ProfilerMetric.WAIT + kind);
  }

  /** What every run takes; runs from before that have it of profilers only. */
  private static Optional<Entry> spent(Optional<RatioEstimate> perRow) {
    return perRow.map(figure -> Entry.of(figure.estimate()));
  }

  private static Entry figure(Row row, String label, double factor, String profiler) {
    double[] means =
        row.cell.forks().stream()
            .flatMap(fork -> ProfilerMetric.of(fork, label).stream())
            .mapToDouble(value -> value * factor)
            .toArray();
    if (means.length == 0) {
      return taken(row, OptionalDouble.empty(), profiler, label);
    }
    RatioEstimate mean = RatioEstimate.ofMean(means);
    return Entry.of(means.length > 1 ? mean.estimate() : Estimate.exact(mean.value()));
  }

  private static Entry records(Row row) {
    return taken(
        row, Anatomy.mean(row.cell, ProfilerMetric.WAL_RECORDS), "wal", ProfilerMetric.WAL_BYTES);
  }

  /** The figure, or a blank that says why: no profiler, or one that could not take it here. */
  private static Entry taken(Row row, OptionalDouble value, String profiler, String otherOfIt) {
    if (value.isPresent()) {
      return Entry.of(value);
    }
    String why =
        row.cell.units().containsKey(otherOfIt)
            ? "-prof " + profiler + " could not take it from this server"
            : "not taken: -prof " + profiler + " does, where it can";
    return Entry.BLANK.withNote(why);
  }
}
