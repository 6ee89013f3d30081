package storagebench.history;

import java.util.List;
import java.util.function.Function;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** Every figure of every night, for scripts. */
public final class NightsTable {
  /** A night of a line, and what changed there. */
  private record Measured(Line line, Point point, String change) {}

  private NightsTable() {}

  /** One row a night, cell and metric. */
  public static Table of(History history) {
    return new TableBuilder<Measured>(
            "history", "History", "Every figure with the interval from the forks of its night.")
        .keys(HistoryTables.keys(history), measured -> measured.line.cell())
        .text("metric", "metric", measured -> measured.line.metric())
        .text("unit", "unit", measured -> measured.point.figure().unit())
        .text("better", "better", measured -> measured.point.figure().better())
        .text("started", "started", ofNight(night -> night.started().toString()))
        .text("machine", "machine", ofNight(Night::machine))
        .text("version", "version", ofNight(Night::version))
        .text("commit", "commit", ofNight(night -> night.build().commit().orElse("")))
        .add(
            Column.of("figure", "figure", Quantity.NUMBER, Direction.NEUTRAL).withInterval(),
            measured -> Entry.of(measured.point.figure().estimate()))
        .add(
            Column.of("forks", "forks", Quantity.COUNT, Direction.NEUTRAL),
            measured -> Entry.of(measured.point.figure().forks()))
        .text("change", "change", Measured::change)
        .build(measured(history));
  }

  private static Function<Measured, String> ofNight(Function<Night, String> words) {
    return measured -> words.apply(measured.point.night());
  }

  private static List<Measured> measured(History history) {
    return history.lines().stream()
        .flatMap(
            line ->
                line.points().stream()
                    .map(point -> new Measured(line, point, change(history, line, point))))
        .toList();
  }

  /** The verdict on the most likely first night of a change. */
  private static String change(History history, Line line, Point point) {
    return history.changes().stream()
        .filter(change -> change.line() == line && change.at() == point.night())
        .map(change -> change.reading().verdict().label())
        .findFirst()
        .orElse("");
  }
}
