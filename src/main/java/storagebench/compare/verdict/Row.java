package storagebench.compare.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import storagebench.results.Difference;
import storagebench.results.Identity;
import storagebench.statistics.Estimate;

/**
 * The verdict on one metric of one cell.
 *
 * @param identity the cell
 * @param measure what was compared
 * @param verdict what changed
 * @param contrast the figures; empty if they are not comparable
 * @param ratio candidate / baseline with its interval; NaN if there is none
 * @param p probability from the test, corrected for all rows of the suite; NaN if not tested
 * @param margin what is too small to matter, as a share: 0.03 for 3 %
 * @param smallest smallest ratio above 1 that would have been found in 80 of 100 such comparisons;
 *     NaN unless inconclusive
 * @param forksToSettle forks a side that would settle it with probability 0.8, were the truth what
 *     was measured; empty unless inconclusive, or if it is more than anyone would measure
 * @param differences what has to be equal and is not: why it is not comparable
 * @param notes what the reader has to know, such as an obstacle that makes it not comparable
 */
public record Row(
    Identity identity,
    Measure measure,
    Verdict verdict,
    Optional<Contrast> contrast,
    Estimate ratio,
    double p,
    double margin,
    double smallest,
    OptionalInt forksToSettle,
    List<Difference> differences,
    List<String> notes) {
  public Row {
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
  }

  /** A metric that both sides have and that cannot be compared. */
  public static Row notComparable(
      Identity identity,
      Measure measure,
      double margin,
      List<Difference> differences,
      List<String> notes) {
    return new Row(
        identity,
        measure,
        Verdict.NOT_COMPARABLE,
        Optional.empty(),
        Estimate.exact(Double.NaN),
        Double.NaN,
        margin,
        Double.NaN,
        OptionalInt.empty(),
        differences,
        notes);
  }

  Row withOutlook(double smallestRatio, OptionalInt forks) {
    return new Row(
        identity,
        measure,
        verdict,
        contrast,
        ratio,
        p,
        margin,
        smallestRatio,
        forks,
        differences,
        notes);
  }

  /** How many times as bad the candidate is: the ratio, or its inverse where more is better. */
  public double badness() {
    return measure.higherIsBetter(identity) ? 1 / ratio.value() : ratio.value();
  }
}
