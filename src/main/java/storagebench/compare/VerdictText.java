package storagebench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import storagebench.Count;
import storagebench.compare.match.CellName;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Suite;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Difference;
import storagebench.statistics.Estimate;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;
import storagebench.table.RatioWords;
import storagebench.table.Text;

/** How verdicts and metrics are written for people. */
public final class VerdictText {
  /** A change this large needs no benchmark to be seen. */
  private static final double ABSURD = 10;

  private VerdictText() {}

  /** That so many more are not shown, without a full stop. */
  static String leftOut(int number, String noun) {
    return Count.of(number, "more " + noun) + (number == 1 ? " is" : " are") + " left out here";
  }

  /** How a verdict stands out. */
  public static Emphasis emphasis(Verdict verdict) {
    return switch (verdict) {
      case REGRESSION -> Emphasis.FAIL;
      case DIFFERS, COULD_NOT_TELL, NOT_COMPARABLE -> Emphasis.WARN;
      case IMPROVEMENT -> Emphasis.PASS;
      case EQUIVALENT -> Emphasis.NONE;
    };
  }

  /** Name and direction of a metric. */
  static String metric(Suite suite) {
    return metric(suite.measure(), suite.higherIsBetter());
  }

  /** Name and direction of a row's metric. */
  public static String metric(Row row) {
    return metric(row.measure(), row.measure().higherIsBetter(row.identity()));
  }

  /**
   * The ratio in words, such as {@code 10 % slower}; empty where the verdict says that nothing is
   * known.
   */
  public static String change(Row row) {
    String words = words(row.measure(), row.measure().higherIsBetter(row.identity()), row.ratio());
    return switch (row.verdict()) {
      case COULD_NOT_TELL, NOT_COMPARABLE -> "";
      case EQUIVALENT -> equalUnlessToldApart(words);
      case REGRESSION, IMPROVEMENT, DIFFERS -> words;
    };
  }

  /** What is known to lie within the margin is as good as equal. */
  private static String equalUnlessToldApart(String words) {
    return words.equals(RatioWords.COULD_NOT_TELL) ? RatioWords.EQUAL : words;
  }

  /** The same of a metric over all cells. */
  static String change(Suite suite) {
    String words = words(suite.measure(), suite.higherIsBetter(), suite.ratio());
    return suite.counts().keySet().equals(Set.of(Verdict.EQUIVALENT))
        ? equalUnlessToldApart(words)
        : words;
  }

  private static String words(Measure measure, boolean higherIsBetter, Estimate ratio) {
    RatioWords ofScore = higherIsBetter ? RatioWords.OF_SPEED : RatioWords.OF_TIME;
    RatioWords ofOthers = measure.exact() ? RatioWords.OF_SIZE : RatioWords.OF_AMOUNT;
    return (measure.isScore() ? ofScore : ofOthers).of(ratio);
  }

  /** Both ends, such as {@code 0.754 to 1.121}. */
  public static String interval(Estimate estimate) {
    return ratio(estimate.low()) + " to " + ratio(estimate.high());
  }

  /** A ratio, such as {@code 0.754}; with an exponent where that would be a row of digits. */
  public static String ratio(double ratio) {
    if (Double.isInfinite(ratio)) {
      return "∞";
    }
    return Text.of(ratio == 0 || ratio > 1e-4 && ratio < 1e6 ? "%.3f" : "%.2e", ratio);
  }

  /** Candidate / baseline by the figures of all forks; NaN where there are none. */
  public static double totals(Row row) {
    return row.contrast().map(Contrast::ratioOfTotals).orElse(Double.NaN);
  }

  /** The change that a row could have seen, such as {@code 6.5 %}; in words if it is absurd. */
  static String visible(Row row) {
    return row.smallest() > ABSURD ? "nothing below tenfold" : Margins.percent(row.smallest() - 1);
  }

  /** The changes that a row could not have seen: those smaller than this. */
  static String hidden(Row row) {
    return row.smallest() > ABSURD ? "a tenfold change" : Margins.percent(row.smallest() - 1);
  }

  /** The same as a share, for a column of shares. */
  static Entry visibleShare(Row row) {
    return row.smallest() > ABSURD ? Entry.of(visible(row)) : Entry.of(row.smallest() - 1);
  }

  /** The fields that make a row not comparable, each with both values. */
  public static String differences(Row row) {
    return row.differences().stream().map(Difference::toString).collect(Collectors.joining("; "));
  }

  /** The same, and what to do about it. */
  static String differencesAndRemedy(Row row) {
    return differences(row) + "; " + Difference.remedy(row.differences());
  }

  /** Cell and metric. */
  public static String name(Row row) {
    return CellName.of(row.identity()) + " " + row.measure().name();
  }

  /** All there is to say about a row. */
  public static String sentence(Row row) {
    List<String> parts = new ArrayList<>();
    if (!Double.isNaN(row.ratio().value())) {
      String change = change(row);
      parts.add("ratio " + ratio(row.ratio().value()) + (change.isEmpty() ? "" : ", " + change));
    }
    if (row.ratio().hasInterval()) {
      parts.add("interval " + interval(row.ratio()));
    }
    parts.add("margin " + Margins.percent(row.margin()));
    if (!Double.isNaN(row.p())) {
      parts.add(Text.of("corrected p %.2g", row.p()));
    }
    if (!Double.isNaN(row.smallest())) {
      parts.add("could have seen " + visible(row));
    }
    row.forksToSettle().ifPresent(forks -> parts.add(forks + " forks a side would settle it"));
    if (!row.differences().isEmpty()) {
      parts.add(differencesAndRemedy(row));
    }
    parts.addAll(row.notes());
    return row.verdict().label() + ": " + String.join("; ", parts);
  }

  private static String metric(Measure measure, boolean higherIsBetter) {
    return measure.name() + (higherIsBetter ? " ↑" : " ↓");
  }
}
