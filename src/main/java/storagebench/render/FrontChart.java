package storagebench.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import storagebench.choose.ChoiceText;
import storagebench.choose.FinishedRace;
import storagebench.choose.FinishedRace.Standing;
import storagebench.choose.FinishedRace.State;
import storagebench.table.Text;

/**
 * All candidates of a race as points of rows a second against bytes a row, as the template {@code
 * choice.jte} draws them: both scales are logarithmic, as the balanced pick is measured. Those on
 * the front are joined and lettered; those that left are pale, with the round after which they did
 * if they are not too many for that. Names are below the chart, by letters, because they are too
 * long for a phone.
 *
 * @param name of the race
 * @param front what is said of those on the front, in the order of their letters
 * @param line the front, as SVG writes paths
 * @param points those that left first, so that the front is drawn over them
 * @param rates labels of speed, from the fastest to the slowest
 * @param sizes labels of size, from the smallest to the largest
 */
public record FrontChart(
    String name,
    List<String> front,
    String line,
    List<Point> points,
    List<Tick> rates,
    List<Tick> sizes) {
  /** Units of the path, from left to right and from top to bottom. */
  public static final int SIDE = 1000;

  private static final Map<State, String> TYPES =
      Map.of(State.FRONT, "chosen", State.IN, "open", State.DROPPED, "left", State.FAILED, "left");

  /** Parts of a scale at which its labels are. */
  private static final List<Double> LABELLED = List.of(0.1, 0.5, 0.9);

  private static final double LEAST_WIDTH = Math.log(1.1);

  /** Part of a scale that stays empty at each of its ends. */
  private static final double ROOM = 0.08;

  /** Height of a line of text, as a part of the chart's. */
  private static final double LINE_HEIGHT = 0.05;

  private static final int LETTERS = 26;

  /** Rounds of more would lie upon each other. */
  private static final int MOST_WITH_ROUNDS = 40;

  private static final double ASIDE = 0.015;

  /** A label of a scale. */
  public record Tick(String place, String text) {}

  /**
   * A candidate.
   *
   * @param type class of the style sheet
   * @param label its letter on the front; the round after which it left, unless too many did; else
   *     empty
   * @param anchor which end of the label is at its place
   * @param sentence all there is to say about it
   */
  public record Point(
      String type,
      String x,
      String y,
      String label,
      String labelX,
      String labelY,
      String anchor,
      String sentence) {}

  /** A logarithmic scale: {@code low} at 0, {@code low} + {@code width} at 1. */
  private record Axis(double low, double width) {
    static Axis of(List<Standing> standings, ToDoubleFunction<Standing> figure) {
      double[] logs = standings.stream().mapToDouble(figure).map(Math::log).sorted().toArray();
      double range = logs[logs.length - 1] - logs[0];
      double width = Math.max(LEAST_WIDTH, range / (1 - 2 * ROOM));
      return new Axis(logs[0] - (width - range) / 2, width);
    }

    double place(double figure) {
      return (Math.log(figure) - low) / width;
    }

    double at(double part) {
      return Math.exp(low + part * width);
    }
  }

  /** The chart of a race. */
  static FrontChart of(FinishedRace choice) {
    List<Standing> all =
        choice.standings().stream()
            .filter(s -> Double.isFinite(choice.rowsPerSecond(s.contender())))
            .toList();
    Axis rate = Axis.of(all, s -> choice.rowsPerSecond(s.contender()));
    Axis size = Axis.of(all, s -> s.contender().bytesPerRow());
    List<Standing> front = all.stream().filter(s -> s.state() == State.FRONT).toList();
    boolean rounds = all.stream().filter(FrontChart::left).count() <= MOST_WITH_ROUNDS;
    List<Point> points = new ArrayList<>();
    all.stream()
        .filter(s -> s.state() != State.FRONT)
        .sorted(Comparator.comparing(Standing::state).reversed())
        .forEach(s -> points.add(point(choice, s, size, rate, rounds && left(s) ? round(s) : "")));
    double[] heights = heights(front.stream().mapToDouble(s -> y(choice, s, rate)).toArray());
    IntStream.range(0, front.size())
        .forEach(i -> points.add(lettered(choice, front.get(i), i, size, rate, heights[i])));
    return new FrontChart(
        choice.name(),
        front.stream().map(s -> sentence(choice, s)).toList(),
        front.stream()
            .map(s -> Text.of("%.1f %.1f", SIDE * x(s, size), SIDE * y(choice, s, rate)))
            .collect(Collectors.joining("L", "M", "")),
        points,
        LABELLED.stream().map(p -> new Tick(percent(p), ChoiceText.rate(rate.at(1 - p)))).toList(),
        LABELLED.stream().map(p -> new Tick(percent(p), bytes(size.at(p)))).toList());
  }

  private static double x(Standing standing, Axis size) {
    return size.place(standing.contender().bytesPerRow());
  }

  private static double y(FinishedRace choice, Standing standing, Axis rate) {
    return 1 - rate.place(choice.rowsPerSecond(standing.contender()));
  }

  private static boolean left(Standing standing) {
    return standing.state() == State.DROPPED || standing.state() == State.FAILED;
  }

  private static String round(Standing standing) {
    return Integer.toString(standing.trials());
  }

  private static Point point(
      FinishedRace choice, Standing standing, Axis size, Axis rate, String label) {
    double x = x(standing, size);
    double y = y(choice, standing, rate);
    return new Point(
        TYPES.get(standing.state()),
        percent(x),
        percent(y),
        label,
        percent(x + ASIDE),
        percent(y + ASIDE),
        "start",
        sentence(choice, standing));
  }

  /** What is larger and slower is below and to the right: letters are above and to the left. */
  private static Point lettered(
      FinishedRace choice, Standing standing, int index, Axis size, Axis rate, double height) {
    double x = x(standing, size);
    return new Point(
        TYPES.get(standing.state()),
        percent(x),
        percent(y(choice, standing, rate)),
        letter(index),
        percent(x - ASIDE),
        percent(height),
        "end",
        sentence(choice, standing));
  }

  /** As the list of the names counts them in a browser: A to Z, then AA. */
  private static String letter(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : letter(index / LETTERS - 1) + last;
  }

  /** Heights of the letters, the lowest first: each above its point and clear of the one below. */
  private static double[] heights(double[] points) {
    double[] heights = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      double above = points[i] - LINE_HEIGHT / 2;
      heights[i] = i == 0 ? above : Math.min(above, heights[i - 1] - LINE_HEIGHT);
    }
    double beyond = Math.max(0, LINE_HEIGHT - heights[heights.length - 1]);
    return DoubleStream.of(heights).map(height -> height + beyond).toArray();
  }

  private static String sentence(FinishedRace choice, Standing standing) {
    String figures =
        Text.of(
            "%s: %s a row, %s rows/s",
            standing.contender().name(),
            bytes(standing.contender().bytesPerRow()),
            ChoiceText.rate(choice.rowsPerSecond(standing.contender())));
    return standing.state() == State.FRONT ? figures : figures + "; " + standing.text();
  }

  private static String bytes(double size) {
    return Text.of("%.0f B", size);
  }

  private static String percent(double share) {
    return Text.of("%.2f%%", 100 * share);
  }
}
