package storagebench.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import storagebench.compare.verdict.Verdict;
import storagebench.statistics.Estimate;
import storagebench.statistics.Holm;

/**
 * Goes through the nights in order and says of each what it would have said that morning: all
 * cells, metrics and spans of a night are one family of tests, corrected by Holm. A change is a gap
 * that the corrected test finds and that is larger than the margin; sizes are compared exactly.
 *
 * @param margin of each line, as a share
 * @param alpha chance of any false alarm on a night
 */
record Watch(ToDoubleFunction<Line> margin, double alpha) {
  /** The most convincing first: sizes, then by their probability, then by their size. */
  private static final Comparator<Reading> MOST_CONVINCING =
      Comparator.comparingDouble((Reading reading) -> Double.isNaN(reading.p()) ? 0 : reading.p())
          .thenComparingDouble(reading -> -Math.abs(Math.log(reading.ratio().value())));

  /**
   * What the newest night says, and all changes until then.
   *
   * @param readings of the newest night
   * @param changes the oldest first
   */
  record Seen(List<Reading> readings, List<Change> changes) {}

  /**
   * Watches lines.
   *
   * @param nights in the order in which they were measured
   * @param lines of these nights
   */
  Seen over(List<Night> nights, List<Line> lines) {
    List<LineWatch> watches = lines.stream().map(LineWatch::new).toList();
    List<Reading> readings = List.of();
    for (Night night : nights) {
      List<List<Gap>> gaps = watches.stream().map(watch -> watch.gaps(night)).toList();
      readings = judge(gaps.stream().flatMap(List::stream).toList());
      int next = 0;
      for (int i = 0; i < watches.size(); i++) {
        List<Reading> ofLine = readings.subList(next, next + gaps.get(i).size());
        ofLine.stream()
            .filter(Reading::isChange)
            .min(MOST_CONVINCING)
            .ifPresent(watches.get(i)::add);
        next += ofLine.size();
      }
    }
    return new Seen(
        readings,
        watches.stream()
            .flatMap(watch -> watch.changes().stream())
            .sorted(Comparator.comparing(change -> change.found().started()))
            .toList());
  }

  /** One reading a gap, in their order. */
  private List<Reading> judge(List<Gap> gaps) {
    double[] p =
        Holm.adjust(
            gaps.stream()
                .filter(Gap::isTestable)
                .mapToDouble(gap -> gap.difference().pBeyond(0))
                .toArray());
    long family = Math.max(1, p.length);
    List<Reading> readings = new ArrayList<>(gaps.size());
    int next = 0;
    for (Gap gap : gaps) {
      boolean tested = gap.isTestable();
      readings.add(reading(gap, tested ? p[next++] : Double.NaN, alpha / family));
    }
    return readings;
  }

  private Reading reading(Gap gap, double p, double strictest) {
    double share = margin.applyAsDouble(gap.line());
    Estimate ratio = gap.ratio(alpha);
    return new Reading(
        gap.line(),
        gap.place(),
        gap.span(),
        ratio,
        p,
        verdict(gap, ratio, p, 1 + share),
        gap.difference(),
        share,
        strictest);
  }

  private Verdict verdict(Gap gap, Estimate ratio, double p, double most) {
    boolean sized = gap.range().isPresent();
    boolean more = sized ? ratio.low() > most : p <= alpha && ratio.value() > most;
    boolean less = sized ? ratio.high() < 1 / most : p <= alpha && ratio.value() < 1 / most;
    if (more || less) {
      boolean better = more == gap.line().newest().figure().isHigherBetter();
      return better ? Verdict.IMPROVEMENT : Verdict.REGRESSION;
    }
    return Stream.of(ratio.low(), ratio.high()).allMatch(r -> r >= 1 / most && r <= most)
        ? Verdict.EQUIVALENT
        : p <= alpha ? Verdict.DIFFERS : Verdict.COULD_NOT_TELL;
  }
}
