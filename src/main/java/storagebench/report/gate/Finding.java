package storagebench.report.gate;

import java.util.Locale;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;

/**
 * What a gate found.
 *
 * @param gate what was asked
 * @param figure the worst figure; NaN where it could not be had
 * @param unit unit of the figure
 * @param limit what makes it warn or fail, in words
 * @param verdict pass, warn, fail, or why it is neither
 * @param where the cell with the worst figure, or how it was had, or why there is none
 * @param checked how many cells or workloads were looked at
 */
public record Finding(
    String gate,
    double figure,
    String unit,
    String limit,
    Verdict verdict,
    String where,
    int checked) {
  /** What a gate says. */
  public enum Verdict {
    PASS(Emphasis.PASS),
    WARN(Emphasis.WARN),
    FAIL(Emphasis.FAIL),
    /** The figure lies beyond the limit, but so wide is its interval that it may be chance. */
    COULD_NOT_TELL(Emphasis.NONE),
    /** The results do not hold what it takes. */
    NOT_MEASURED(Emphasis.NONE);

    private final Emphasis emphasis;

    Verdict(Emphasis emphasis) {
      this.emphasis = emphasis;
    }

    /** The verdict in a table. */
    public Entry entry() {
      return Entry.of(name().toLowerCase(Locale.ROOT).replace('_', ' ')).with(emphasis);
    }
  }

  /** A gate without a figure. */
  static Finding notMeasured(String gate, String limit, String why) {
    return new Finding(gate, Double.NaN, "", limit, Verdict.NOT_MEASURED, why, 0);
  }
}
