package storagebench.compare.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import storagebench.statistics.Estimate;
import storagebench.statistics.GroupSequential;
import storagebench.statistics.Holm;
import storagebench.statistics.LogDifference;
import storagebench.statistics.Replication;

/**
 * Judges all rows of a suite together, because each further row is a further chance of a false
 * alarm: times by a t-test of the forks' logarithms beyond the margin, corrected by Holm over all
 * rows; sizes by the extremes of their forks. That a time differs at all is a second family of
 * tests, without a margin, corrected in the same way.
 *
 * @param margin the margin of each measure, as a share
 * @param alpha chance of any false alarm in the whole suite
 * @param looks where measuring ended as soon as there was an answer: how the level was shared out
 *     over the looks
 */
public record Judge(
    ToDoubleFunction<Measure> margin, double alpha, Optional<GroupSequential> looks) {
  /** Forks a side, or pairs, without which there is no verdict on a time. */
  public static final int FEWEST_FORKS = 3;

  /** Probability with which the smallest change would have been found. */
  public static final double POWER = 0.8;

  /** Judges what was measured in a number of forks that was fixed before. */
  public Judge(ToDoubleFunction<Measure> margin, double alpha) {
    this(margin, alpha, Optional.empty());
  }

  /** Level of a contrast's interval: alpha, or this look's part of it. */
  public double level(Contrast contrast) {
    return level(contrast, alpha);
  }

  private double level(Contrast contrast, double whole) {
    return looks.map(design -> design.level(contrast.units(), whole)).orElse(whole);
  }

  private double p(Contrast contrast, double beyond) {
    double p = contrast.difference().pBeyond(beyond);
    return looks.map(design -> design.overall(contrast.units(), p)).orElse(p);
  }

  /** One row a contrast, in their order, without the outlook. */
  public List<Row> judge(List<Contrast> contrasts) {
    List<Contrast> tested = contrasts.stream().filter(this::isTestable).toList();
    double[] beyond =
        Holm.adjust(tested.stream().mapToDouble(c -> p(c, logMargin(c.measure()))).toArray());
    double[] changed = Holm.adjust(tested.stream().mapToDouble(c -> p(c, 0)).toArray());
    List<Row> rows = new ArrayList<>();
    int next = 0;
    for (Contrast contrast : contrasts) {
      if (contrast.measure().exact()) {
        rows.add(exact(contrast));
      } else if (contrast.hasZero()) {
        rows.add(unjudged(contrast));
      } else if (isTestable(contrast)) {
        rows.add(statistical(contrast, beyond[next], changed[next] <= alpha));
        next++;
      } else {
        rows.add(statistical(contrast, Double.NaN, false));
      }
    }
    return rows;
  }

  /**
   * The rows, those that are inconclusive with the smallest change that they could have seen and
   * the forks that would settle them, at the strictest step of the correction.
   */
  public List<Row> withOutlook(List<Row> rows) {
    long family = Math.max(1, rows.stream().filter(row -> !Double.isNaN(row.p())).count());
    return rows.stream()
        .map(
            row ->
                row.verdict().isInconclusive() && hasOutlook(row) ? withOutlook(row, family) : row)
        .toList();
  }

  private static boolean hasOutlook(Row row) {
    return !row.measure().exact() && !row.contrast().orElseThrow().hasZero();
  }

  /** Rows of measurements compared with themselves. */
  public List<Row> same(List<Contrast> contrasts) {
    return contrasts.stream()
        .map(c -> row(c, Verdict.EQUIVALENT, Estimate.exact(1), Double.NaN, List.of()))
        .toList();
  }

  private boolean isTestable(Contrast contrast) {
    return !contrast.measure().exact()
        && !contrast.hasZero()
        && contrast.units() >= FEWEST_FORKS
        && level(contrast) > 0;
  }

  private double logMargin(Measure measure) {
    return Math.log1p(margin.applyAsDouble(measure));
  }

  private Row exact(Contrast contrast) {
    Estimate ratio = contrast.exactRatio();
    Verdict verdict = verdict(contrast, ratio, true, true);
    boolean agree = ratio.low() == ratio.high();
    return row(
        contrast,
        verdict,
        agree ? Estimate.exact(ratio.value()) : ratio,
        Double.NaN,
        agree ? List.of() : List.of("sizes differ between forks: the interval is their range"));
  }

  /** A wait that some forks did not have: no logarithm, no test, but for the reader to see. */
  private Row unjudged(Contrast contrast) {
    double before = contrast.baseline().figure();
    double after = contrast.candidate().figure();
    String note =
        String.format(
            Locale.ROOT,
            "0 in some forks, so not judged; means over all forks: %.3g and %.3g",
            before,
            after);
    return row(
        contrast,
        Verdict.COULD_NOT_TELL,
        Estimate.exact(after / before),
        Double.NaN,
        List.of(note));
  }

  private Row statistical(Contrast contrast, double p, boolean changed) {
    Estimate ratio = contrast.difference().ratio(level(contrast));
    List<String> notes = new ArrayList<>();
    if (contrast.unmatched() > 0) {
      notes.add("forks without a partner in their round are left out");
    }
    if (Double.isNaN(p)) {
      notes.add("too few forks for a verdict: at least " + FEWEST_FORKS + " a side");
    }
    Verdict verdict =
        Double.isNaN(p) ? Verdict.COULD_NOT_TELL : verdict(contrast, ratio, p <= alpha, changed);
    if (verdict == Verdict.COULD_NOT_TELL && !Double.isNaN(p) && Rule.excludesOne(ratio)) {
      notes.add("by itself it differs, but among so many rows that may be chance");
    }
    if (totalsDisagree(contrast, ratio)) {
      notes.add(disagreement(contrast));
    }
    return row(contrast, verdict, ratio, p, notes);
  }

  /** In the direction, by more than matters or where the ratio is sure of its own. */
  private boolean totalsDisagree(Contrast contrast, Estimate ratio) {
    double log = Math.log(ratio.value());
    double logOfTotals = Math.log(contrast.ratioOfTotals());
    return log * logOfTotals < 0
        && (Rule.excludesOne(ratio) || Math.abs(log - logOfTotals) > logMargin(contrast.measure()));
  }

  private static String disagreement(Contrast contrast) {
    return String.format(
        Locale.ROOT,
        "the totals point the other way, %.3f: %s",
        contrast.ratioOfTotals(),
        contrast.duel()
            ? "outside the middle half of the pairs one side has stalls that the other has not"
            : "a few slow forks of one side outweigh the others");
  }

  private Verdict verdict(Contrast contrast, Estimate ratio, boolean beyond, boolean changed) {
    return Rule.verdict(
        ratio,
        margin.applyAsDouble(contrast.measure()),
        beyond,
        changed,
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

  private Row withOutlook(Row row, long family) {
    Contrast contrast = row.contrast().orElseThrow();
    LogDifference difference = contrast.difference();
    double strictest = level(contrast, alpha / family);
    double logMargin = logMargin(row.measure());
    double smallest =
        Double.isNaN(row.p()) ? Double.NaN : difference.smallestRatio(strictest, POWER, logMargin);
    OptionalInt forks =
        new Replication(strictest, level(contrast), POWER, logMargin)
            .unitsToSettle(difference, FEWEST_FORKS);
    return row.withOutlook(smallest, forks);
  }
}
