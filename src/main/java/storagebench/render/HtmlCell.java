package storagebench.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import storagebench.render.layout.Grid;
import storagebench.statistics.Estimate;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;

/**
 * An entry as the template {@code table.jte} shows it. People read rounded figures; attributes hold
 * them as CSV does, for the charts. What is null becomes no attribute.
 *
 * @param key the key as CSV has it: a benchmark's whole name where people read the method
 * @param value the figure
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param type classes of the style sheet
 * @param words what people read, with a star for the best: colour alone says nothing to some
 * @param notes numbers of its footnotes
 */
public record HtmlCell(
    String key,
    String value,
    String low,
    String high,
    String type,
    String words,
    List<Integer> notes) {
  private static final int LONG_TEXT = 48;

  /** The entry of a column in a row. */
  public static HtmlCell of(Grid.Line line, int row) {
    Entry entry = line.entries().get(row);
    String words = line.words().get(row);
    boolean key = line.column().key().isPresent();
    boolean interval = entry.figure().filter(Estimate::hasInterval).isPresent();
    return new HtmlCell(
        key ? entry.text().orElse("") : null,
        number(entry, Estimate::value),
        interval ? number(entry, Estimate::low) : null,
        interval ? number(entry, Estimate::high) : null,
        type(line, entry, words),
        entry.emphasis() == Emphasis.BEST ? words + "*" : words,
        line.notes().get(row));
  }

  private static String number(Entry entry, ToDoubleFunction<Estimate> part) {
    return entry
        .figure()
        .map(part::applyAsDouble)
        .filter(Double::isFinite)
        .map(HtmlCell::number)
        .orElse(null);
  }

  /** Seven digits: more than a chart shows, and half of the page. */
  private static String number(double figure) {
    return CsvRenderer.number(new BigDecimal(figure).round(MathContext.DECIMAL32).doubleValue());
  }

  private static String type(Grid.Line line, Entry entry, String words) {
    String kind = line.isText() ? (words.length() > LONG_TEXT ? "long" : "") : "n";
    String emphasis = entry.emphasis() == Emphasis.NONE ? "" : type(entry.emphasis());
    String both = (kind + " " + emphasis).strip();
    return both.isEmpty() ? null : both;
  }

  /** The class of what stands out. */
  static String type(Emphasis emphasis) {
    return emphasis.name().toLowerCase(Locale.ROOT);
  }
}
