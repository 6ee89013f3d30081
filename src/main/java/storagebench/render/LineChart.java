package storagebench.render;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.Count;
import storagebench.compare.VerdictText;
import storagebench.history.Change;
import storagebench.history.ChangeText;
import storagebench.history.History;
import storagebench.history.Line;
import storagebench.history.Point;
import storagebench.statistics.Estimate;
import storagebench.table.Text;

/**
 * A line of a history over time, as the template {@code lines.jte} draws it: nights as dots with
 * intervals on a logarithmic scale, changes as stretches. All nights are in two paths, so that a
 * year of many lines is still a small page.
 *
 * @param name cell and metric
 * @param unit of the figures
 * @param machine where they were measured; empty if that was not recorded
 * @param summary the line in words
 * @param intervals of all nights, as SVG writes paths
 * @param dots the figures of all nights, likewise
 * @param marks the changes
 * @param values labels of figures, from the largest to the smallest
 * @param days labels of time, from left to right
 */
public record LineChart(
    String name,
    String unit,
    String machine,
    String summary,
    String intervals,
    String dots,
    List<Mark> marks,
    List<Tick> values,
    List<Tick> days) {
  /** Units of the paths from left to right. */
  public static final int WIDTH = 1000;

  /** Units of the paths from top to bottom. */
  public static final int HEIGHT = 200;

  private static final int DAYS = 5;
  private static final double LEAST_REACH = Math.log(1.05);
  private static final double ROOM = 1.15;

  /** A label of a scale. */
  public record Tick(String place, String text) {}

  /**
   * A change.
   *
   * @param type class of the style sheet
   * @param from place of the last night without it
   * @param width of the stretch to the first night with it
   * @param x place of the most likely first night with it
   * @param builds between which it happened
   * @param sentence all there is to say about it
   */
  public record Mark(
      String type, String from, String width, String x, String builds, String sentence) {}

  /** Where a moment and a figure are drawn, as parts of width and height. */
  private record Scales(Instant first, double seconds, double middle, double reach) {
    double x(Instant time) {
      return (time.getEpochSecond() - first.getEpochSecond()) / seconds * 0.98 + 0.01;
    }

    double y(double figure) {
      double place = (Math.log(figure) - middle) / reach;
      return 0.5 - 0.5 * Math.max(-1, Math.min(1, place));
    }
  }

  /** The chart of a line, on the time scale of its history. */
  static LineChart of(History history, Line line) {
    Scales scales = scales(history, line);
    List<Point> points = line.points();
    return new LineChart(
        ChangeText.name(line),
        line.newest().figure().unit(),
        line.machine(),
        summary(line),
        points.stream().map(p -> interval(p, scales)).collect(Collectors.joining()),
        points.stream().map(p -> dot(p, scales)).collect(Collectors.joining()),
        history.changes().stream()
            .filter(change -> change.line() == line)
            .map(change -> mark(change, scales))
            .toList(),
        values(scales),
        days(history));
  }

  private static Scales scales(History history, Line line) {
    double[] logs =
        line.points().stream()
            .flatMapToDouble(point -> ends(point.figure().estimate()))
            .map(Math::log)
            .toArray();
    double least = DoubleStream.of(logs).min().orElseThrow();
    double most = DoubleStream.of(logs).max().orElseThrow();
    Instant first = history.nights().get(0).started();
    return new Scales(
        first,
        Math.max(1, history.newest().started().getEpochSecond() - first.getEpochSecond()),
        (least + most) / 2,
        Math.max(LEAST_REACH, (most - least) / 2 * ROOM));
  }

  private static DoubleStream ends(Estimate figure) {
    return figure.hasInterval()
        ? DoubleStream.of(figure.low(), figure.high())
        : DoubleStream.of(figure.value());
  }

  private static String interval(Point point, Scales scales) {
    Estimate figure = point.figure().estimate();
    return figure.hasInterval()
        ? place(point, figure.low(), scales) + Text.of("V%.1f", HEIGHT * scales.y(figure.high()))
        : "";
  }

  private static String dot(Point point, Scales scales) {
    return place(point, point.figure().value(), scales) + "h0";
  }

  private static String place(Point point, double figure, Scales scales) {
    return Text.of(
        "M%.1f %.1f", WIDTH * scales.x(point.night().started()), HEIGHT * scales.y(figure));
  }

  private static Mark mark(Change change, Scales scales) {
    double from = scales.x(change.lastWithout().started());
    return new Mark(
        HtmlCell.type(VerdictText.emphasis(change.reading().verdict())),
        percent(from),
        percent(scales.x(change.firstWith().started()) - from),
        percent(scales.x(change.at().started())),
        change.builds(),
        ChangeText.sentence(change));
  }

  private static List<Tick> values(Scales scales) {
    return Stream.of(0.8, 0.0, -0.8)
        .map(part -> Math.exp(scales.middle + part * scales.reach))
        .map(figure -> new Tick(percent(scales.y(figure)), figure(figure)))
        .toList();
  }

  private static String figure(double value) {
    return value >= 1000
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static List<Tick> days(History history) {
    long first = history.nights().get(0).started().getEpochSecond();
    long last = history.newest().started().getEpochSecond();
    return IntStream.rangeClosed(0, DAYS)
        .mapToObj(i -> ChangeText.day(Instant.ofEpochSecond(first + (last - first) * i / DAYS)))
        .distinct()
        .map(day -> new Tick("", day))
        .toList();
  }

  private static String summary(Line line) {
    return ChangeText.name(line)
        + ": "
        + Count.of(line.points().size(), "night")
        + ", the newest "
        + figure(line.newest().figure().value())
        + " "
        + line.newest().figure().unit();
  }

  private static String percent(double share) {
    return Text.of("%.2f%%", 100 * share);
  }
}
