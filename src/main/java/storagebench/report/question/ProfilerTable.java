package storagebench.report.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.report.study.Anatomy;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.ProfilerMetric;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * What did one of the suite's profilers find? A row a cell and a column a metric: means of the
 * forks. Metrics of single instances are in the table for scripts, {@link OtherMetrics}.
 *
 * @param id that of the profiler
 * @param title what people read
 * @param explanation what the metrics are
 * @param labels a regular expression of their names behind that of the profiler
 */
public record ProfilerTable(String id, String title, String explanation, String labels)
    implements Question {
  private static final String OF_ALL_INSTANCES = "[^.]+";

  /** How rows and bytes are spread. */
  public static final ProfilerTable SEGMENTS =
      new ProfilerTable(
          "segments",
          "Segments",
          "How the table is spread over segments (-prof segments). Skew is the fullest segment by"
              + " the mean of all: 1 is even.",
          OF_ALL_INSTANCES);

  /** Time and memory of slices. */
  public static final ProfilerTable PLAN =
      new ProfilerTable(
          "plan",
          "Plan",
          "Time and memory of the slices of the measured statement, explained once a fork (-prof"
              + " plan): until the last row of a slice, and the most that one of its processes"
              + " took. Rows moved are those that segments sent each other.",
          ".+");

  /** What the server's processes used. */
  public static final ProfilerTable BACKENDS =
      new ProfilerTable(
          "backends",
          "Server processes",
          "What the server's processes used to insert (-prof backends). Memory is the most that one"
              + " of them had.",
          OF_ALL_INSTANCES);

  /** What was written ahead. */
  public static final ProfilerTable WAL =
      new ProfilerTable(
          "wal",
          "Write-ahead log",
          "What all instances wrote ahead (-prof wal).",
          OF_ALL_INSTANCES);

  /** What the statistics views counted. */
  public static final ProfilerTable SERVER =
      new ProfilerTable(
          "server",
          "Server counters",
          "How far the counters of the server's statistics views went on in a trial (-prof server);"
              + " those that stood still are left out.",
          ".+");

  /** Base unit of a column and how many of it one unit of the metric is, by the metric's unit. */
  private record Unit(Quantity quantity, double factor) {
    private static final Map<String, Unit> BY_NAME =
        Map.of(
            "ms", new Unit(Quantity.TIME, 1e-3),
            "us/row", new Unit(Quantity.TIME_PER_ROW, 1e-6),
            "B", new Unit(Quantity.BYTES, 1),
            "B/file", new Unit(Quantity.BYTES, 1),
            "B/row", new Unit(Quantity.BYTES_PER_ROW, 1),
            "rows", new Unit(Quantity.ROWS, 1),
            "max/mean", new Unit(Quantity.FACTOR, 1));

    static Unit of(String name) {
      return BY_NAME.getOrDefault(name, new Unit(Quantity.NUMBER, 1));
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    SortedMap<String, String> metrics = new TreeMap<>();
    study.cells().forEach(cell -> metrics.putAll(cell.units()));
    metrics.keySet().removeIf(label -> !label.matches(id + "\\." + labels));
    TableBuilder<Cell> table =
        new TableBuilder<Cell>(id, title, explanation).keys(study.keys(), Cell::identity);
    metrics.forEach(
        (label, unit) -> table.add(column(label, unit), cell -> entry(cell, label, unit)));
    List<Cell> cells =
        study.cells().stream()
            .filter(cell -> metrics.keySet().stream().anyMatch(cell.units()::containsKey))
            .toList();
    return table.buildUnlessEmpty(cells);
  }

  private Column column(String label, String unit) {
    String heading = label.substring(id.length() + 1).replaceAll("[._]", " ");
    return Column.of(
        label, heading, Unit.of(unit).quantity, ProfilerMetric.direction(label).orElseThrow());
  }

  private static Entry entry(Cell cell, String label, String unit) {
    double mean = Anatomy.mean(cell, label).orElse(Double.NaN);
    boolean answered = unit.equals("yes/no") && (mean == 0 || mean == 1);
    return answered ? Entry.of(mean == 1 ? "yes" : "no") : Entry.of(mean * Unit.of(unit).factor);
  }
}
