package storagebench.render;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.compare.VerdictText;
import storagebench.compare.verdict.Row;
import storagebench.render.layout.Grid;
import storagebench.statistics.Estimate;
import storagebench.table.Text;

/**
 * Ratios with their intervals on a log axis, one line a row, as the template {@code forest.jte}
 * draws them: places are parts of the plot's width. Ratios beyond 4 are drawn at the edge.
 *
 * @param constants what all rows have in common
 * @param ticks labels of the axis
 * @param lines the rows that have a ratio
 */
public record ForestPlot(String constants, List<Tick> ticks, List<Line> lines) {
  private static final double WIDEST = Math.log(4);
  private static final double NARROWEST = Math.log(1.1);

  /** Labels that leave each other room on a phone, for axes from narrow to wide. */
  private static final List<List<Double>> TICKS =
      List.of(
          List.of(0.95, 1.0, 1.05),
          List.of(0.9, 1.0, 1.1),
          List.of(0.8, 1.0, 1.25),
          List.of(0.5, 0.67, 1.0, 1.5, 2.0),
          List.of(0.25, 0.5, 1.0, 2.0, 4.0));

  /** A label of the axis. */
  public record Tick(String x, String text) {}

  /** A stretch of the axis. */
  public record Stretch(String from, String to, String width) {}

  /**
   * A row.
   *
   * @param cell what tells its cell apart
   * @param metric its metric
   * @param type class of the style sheet
   * @param sentence all there is to say about it
   * @param margin what is too small to matter
   * @param interval of the ratio; null if there is none
   * @param x place of the ratio
   * @param ratio the ratio
   * @param verdict the verdict
   */
  public record Line(
      String cell,
      String metric,
      String type,
      String sentence,
      Stretch margin,
      Stretch interval,
      String x,
      String ratio,
      String verdict) {}

  /** The plot of a comparison; none where no row has a ratio. */
  static Optional<ForestPlot> of(ComparisonResult judged) {
    List<Row> rows = judged.comparison().rows();
    Grid grid = Grid.of(judged.tables().only(Set.of("verdicts")).tables().get(0), List.of());
    double reach = reach(rows);
    List<Line> lines =
        IntStream.range(0, rows.size())
            .filter(i -> !Double.isNaN(rows.get(i).ratio().value()))
            .mapToObj(i -> line(grid.name(i), rows.get(i), reach))
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new ForestPlot(grid.constants(), ticks(reach), lines));
  }

  /** Logarithm of the largest ratio on the axis. */
  private static double reach(List<Row> rows) {
    double farthest =
        rows.stream()
            .flatMap(r -> Stream.of(r.ratio().value(), r.ratio().low(), r.ratio().high()))
            .filter(r -> r > 0 && r < Double.POSITIVE_INFINITY)
            .mapToDouble(r -> Math.abs(Math.log(r)))
            .max()
            .orElse(0);
    return Math.min(WIDEST, Math.max(NARROWEST, farthest * 1.05));
  }

  private static List<Tick> ticks(double reach) {
    List<Double> widest =
        TICKS.stream()
            .filter(ticks -> Math.log(ticks.get(ticks.size() - 1)) <= reach)
            .reduce((narrower, wider) -> wider)
            .orElseThrow();
    return widest.stream().map(tick -> new Tick(x(tick, reach), tick.toString())).toList();
  }

  private static Line line(String cell, Row row, double reach) {
    Estimate ratio = row.ratio();
    double upper = 1 + row.margin();
    return new Line(
        cell,
        VerdictText.metric(row),
        HtmlCell.type(VerdictText.emphasis(row.verdict())),
        VerdictText.name(row) + ": " + VerdictText.sentence(row),
        stretch(1 / upper, upper, reach),
        ratio.hasInterval() ? stretch(ratio.low(), ratio.high(), reach) : null,
        x(ratio.value(), reach),
        VerdictText.ratio(ratio.value()),
        row.verdict().label());
  }

  private static Stretch stretch(double low, double high, double reach) {
    double width = place(high, reach) - place(low, reach);
    return new Stretch(x(low, reach), x(high, reach), percent(width));
  }

  private static String x(double ratio, double reach) {
    return percent(place(ratio, reach));
  }

  private static double place(double ratio, double reach) {
    double log = Math.max(-reach, Math.min(reach, Math.log(ratio)));
    return (log + reach) / (2 * reach);
  }

  private static String percent(double share) {
    return Text.of("%.2f%%", 100 * share);
  }
}
