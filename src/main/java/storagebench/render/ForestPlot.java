package storagebench.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import storagebench.compare.VerdictText;
import storagebench.compare.match.CellName;
import storagebench.compare.verdict.Row;
import storagebench.statistics.Estimate;
import storagebench.table.Text;

/**
 * Ratios with their intervals on a log axis, one line a row, as an SVG: the shaded band is the
 * margin, the middle line no change. Ratios beyond {@value #WIDEST} are drawn at the edge.
 */
final class ForestPlot {
  private static final double WIDEST = 4;
  private static final int LABELS = 420;
  private static final int PLOT = 420;
  private static final int FIGURES = 240;
  private static final int LINE = 20;
  private static final int TOP = 24;

  private final List<Row> rows;
  private final double reach;
  private final StringBuilder svg = new StringBuilder();

  private ForestPlot(List<Row> rows) {
    this.rows = rows;
    double farthest =
        rows.stream()
            .flatMap(r -> Stream.of(r.ratio().value(), r.ratio().low(), r.ratio().high()))
            .filter(r -> r > 0 && r < Double.POSITIVE_INFINITY)
            .mapToDouble(r -> Math.abs(Math.log(r)))
            .max()
            .orElse(0);
    reach = Math.min(Math.log(WIDEST), Math.max(Math.log(1.1), farthest * 1.05));
  }

  /** The plot of the rows that have a ratio. */
  static String of(List<Row> all) {
    List<Row> rows = all.stream().filter(r -> !Double.isNaN(r.ratio().value())).toList();
    return new ForestPlot(rows).draw();
  }

  private String draw() {
    int height = TOP + LINE * rows.size() + LINE;
    int width = LABELS + PLOT + FIGURES;
    add(
        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"Ratios candidate /"
            + " baseline with their intervals\">%n",
        width, height, width);
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), TOP + LINE * i);
    }
    add(
        "<line class=\"one\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>%n",
        x(1), TOP, height - LINE);
    axis(height);
    return svg.append("</svg>\n").toString();
  }

  private void row(Row row, int y) {
    int middle = y + LINE / 2;
    double upper = 1 + row.margin();
    add(
        "<rect class=\"margin\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
        x(1 / upper), y, x(upper) - x(1 / upper), LINE);
    Estimate ratio = row.ratio();
    String verdict = row.verdict().name().toLowerCase(Locale.ROOT);
    String name = CellName.of(row.identity()) + ", " + row.measure().name();
    add(
        "<g class=\"%s\"><title>%s</title>%n",
        verdict, ComparisonPage.escape(name + ": " + VerdictText.sentence(row)));
    add(
        "<text x=\"%d\" y=\"%d\">%s</text>%n",
        0, middle + 4, ComparisonPage.escape(shortened(name)));
    if (ratio.hasInterval()) {
      add(
          "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%3$d\" y2=\"%3$d\"/>%n",
          x(ratio.low()), x(ratio.high()), middle);
    }
    add("<circle cx=\"%.1f\" cy=\"%d\" r=\"4\"/>%n", x(ratio.value()), middle);
    add(
        "<text x=\"%d\" y=\"%d\">%s %s</text></g>%n",
        LABELS + PLOT + 10, middle + 4, VerdictText.ratio(ratio.value()), row.verdict().label());
  }

  private void axis(int height) {
    for (double tick : new double[] {0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 4}) {
      if (Math.abs(Math.log(tick)) <= reach + 1e-9) {
        add("<text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>%n", x(tick), height - 4, tick);
      }
    }
  }

  private double x(double ratio) {
    double log = Math.max(-reach, Math.min(reach, Math.log(ratio)));
    return LABELS + PLOT * (log + reach) / (2 * reach);
  }

  private static String shortened(String name) {
    return name.length() <= 62 ? name : name.substring(0, 61) + "…";
  }

  private void add(String format, Object... values) {
    svg.append(Text.of(format.replace("%n", "\n"), values));
  }
}
