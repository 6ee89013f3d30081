package storagebench.render;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.SortedMap;
import storagebench.history.Change;
import storagebench.history.History;
import storagebench.history.Line;
import storagebench.history.Night;
import storagebench.history.Point;
import storagebench.history.Reading;
import storagebench.statistics.Estimate;

/**
 * For programs: everything, as {@code storagebench/history/history-1.schema.json} in the jar
 * describes it. The records have its names; what could not be had is null.
 */
final class HistoryJson {
  private static final int FORMAT = 1;

  private HistoryJson() {}

  private record Document(
      int format,
      String outcome,
      int exitCode,
      double alpha,
      List<NightJson> nights,
      List<ReadingJson> newest,
      List<ChangeJson> changes,
      List<LineJson> lines) {}

  private record NightJson(
      String run,
      String started,
      Double seconds,
      String machine,
      String version,
      String commit,
      int cells) {}

  private record CellMetric(
      String benchmark,
      String mode,
      SortedMap<String, String> params,
      int threads,
      String metric) {}

  private record ReadingJson(
      @JsonUnwrapped CellMetric line,
      String span,
      String verdict,
      Estimate ratio,
      double p,
      double smallestChange) {}

  private record ChangeJson(
      @JsonUnwrapped CellMetric line,
      String span,
      String verdict,
      Estimate ratio,
      String found,
      String at,
      String lastWithout,
      String firstWith,
      String buildWithout,
      String buildWith) {}

  private record LineJson(
      @JsonUnwrapped CellMetric line,
      String unit,
      String better,
      boolean exact,
      List<PointJson> points) {}

  private record PointJson(String started, String build, Estimate figure, int forks) {}

  static String render(History history) {
    return JsonText.of(
        new Document(
            FORMAT,
            history.outcome().label(),
            history.outcome().exitCode(),
            history.options().alpha(),
            history.nights().stream().map(HistoryJson::night).toList(),
            history.readings().stream().map(HistoryJson::reading).toList(),
            history.changes().stream().map(HistoryJson::change).toList(),
            history.lines().stream().map(HistoryJson::line).toList()));
  }

  private static NightJson night(Night night) {
    return new NightJson(
        night.run(),
        night.started().toString(),
        night.seconds(),
        night.machine(),
        night.version(),
        night.commit(),
        night.cells().size());
  }

  private static ReadingJson reading(Reading reading) {
    return new ReadingJson(
        cell(reading.line()),
        reading.span().label(),
        reading.verdict().label(),
        reading.ratio(),
        reading.p(),
        reading.smallest() - 1);
  }

  private static ChangeJson change(Change change) {
    Reading reading = change.reading();
    return new ChangeJson(
        cell(change.line()),
        reading.span().label(),
        reading.verdict().label(),
        reading.ratio(),
        change.found().started().toString(),
        change.at().started().toString(),
        change.lastWithout().started().toString(),
        change.firstWith().started().toString(),
        change.lastWithout().build().label(),
        change.firstWith().build().label());
  }

  private static LineJson line(Line line) {
    return new LineJson(
        cell(line),
        line.newest().figure().unit(),
        line.newest().figure().better(),
        line.newest().figure().exact(),
        line.points().stream().map(HistoryJson::point).toList());
  }

  private static PointJson point(Point point) {
    return new PointJson(
        point.night().started().toString(),
        point.night().build().label(),
        point.figure().estimate(),
        point.figure().forks());
  }

  private static CellMetric cell(Line line) {
    return new CellMetric(
        line.cell().benchmark(),
        line.cell().mode(),
        line.cell().params(),
        line.cell().threads(),
        line.metric());
  }
}
