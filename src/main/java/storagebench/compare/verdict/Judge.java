package storagebench.compare.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import storagebench.statistics.Estimate;
import storagebench.statistics.Holm;
import storagebench.statistics.LogDifference;
import storagebench.statistics.Replication;

/**
 * Judges all rows of a suite together, because each further row is a further chance of a false
 * alarm: times by a t-test of the forks' mean logarithms beyond the margin, corrected by Holm over
 * all rows; sizes by the extremes of their forks.
 *
 * @param margin the margin of each measure, as a share
 * @param alpha chance of any false alarm in the whole suite
 */
public record Judge(ToDoubleFunction<Measure> margin, double alpha) {
  /** Forks a side, or pairs, without which there is no verdict on a time. */
  public static final int FEWEST_FORKS = 3;

  /** Probability with which the smallest change would have been found. */
  public static final double POWER = 0.8;

  /** One row a contrast, in their order. */
  public List<Row> judge(List<Contrast> contrasts) {
    List<Contrast> tested = contrasts.stream().filter(Judge::isTestable).toList();
    double[] p =
        Holm.adjust(
            tested.stream()
                .mapToDouble(c -> c.difference().pBeyond(logMargin(c.measure())))
                .toArray());
    List<Row> rows = new ArrayList<>();
    int next = 0;
    for (Contrast contrast : contrasts) {
      if (contrast.measure().exact()) {
        rows.add(exact(contrast));
      } else if (isTestable(contrast)) {
        rows.add(statistical(contrast, p[next++], tested.size()));
      } else {
        rows.add(statistical(contrast, Double.NaN, Math.max(1, tested.size())));
      }
    }
    return rows;
  }

  /** Rows of measurements compared with themselves. */
  public List<Row> same(List<Contrast> contrasts) {
    return contrasts.stream()
        .map(c -> row(c, Verdict.EQUIVALENT, Estimate.exact(1), Double.NaN, List.of()))
        .toList();
  }

  private static boolean isTestable(Contrast contrast) {
    return !contrast.measure().exact() && contrast.units() >= FEWEST_FORKS;
  }

  private double logMargin(Measure measure) {
    return Math.log1p(margin.applyAsDouble(measure));
  }

  private Row exact(Contrast contrast) {
    Estimate ratio = contrast.exactRatio();
    Verdict verdict = verdict(contrast, ratio, true);
    boolean agree = ratio.low() == ratio.high();
    return row(
        contrast,
        verdict,
        agree ? Estimate.exact(ratio.value()) : ratio,
        Double.NaN,
        agree ? List.of() : List.of("sizes differ between forks: the interval is their range"));
  }

  private Row statistical(Contrast contrast, double p, int family) {
    LogDifference difference = contrast.difference();
    Estimate ratio = difference.ratio(alpha);
    List<String> notes = new ArrayList<>();
    if (contrast.unmatched() > 0) {
      notes.add("forks without a partner in their round are left out");
    }
    if (Double.isNaN(p)) {
      notes.add("too few forks for a verdict: at least " + FEWEST_FORKS + " a side");
    }
    Verdict verdict = Double.isNaN(p) ? Verdict.INCONCLUSIVE : verdict(contrast, ratio, p <= alpha);
    Row row = row(contrast, verdict, ratio, p, notes);
    return verdict == Verdict.INCONCLUSIVE ? withOutlook(row, difference, family) : row;
  }

  private Verdict verdict(Contrast contrast, Estimate ratio, boolean testAgrees) {
    return Rule.verdict(
        ratio,
        margin.applyAsDouble(contrast.measure()),
        testAgrees,
        contrast.measure().higherIsBetter(contrast.identity()));
  }

  private Row row(
      Contrast contrast, Verdict verdict, Estimate ratio, double p, List<String> notes) {
    return new Row(
        contrast.identity(),
        contrast.measure(),
        verdict,
        Optional.of(contrast),
        ratio,
        p,
        margin.applyAsDouble(contrast.measure()),
        Double.NaN,
        OptionalInt.empty(),
        List.of(),
        notes);
  }

  /** What it could have seen, and what would settle it, at the strictest step of the correction. */
  private Row withOutlook(Row row, LogDifference difference, int family) {
    double strictest = alpha / family;
    double logMargin = logMargin(row.measure());
    return new Row(
        row.identity(),
        row.measure(),
        row.verdict(),
        row.contrast(),
        row.ratio(),
        row.p(),
        row.margin(),
        Double.isNaN(row.p()) ? Double.NaN : difference.smallestRatio(strictest, POWER, logMargin),
        new Replication(strictest, alpha, POWER, logMargin).unitsToSettle(difference, FEWEST_FORKS),
        row.differences(),
        row.notes());
  }
}
