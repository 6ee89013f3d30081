package storagebench.report.question;

import java.util.List;
import java.util.function.BiPredicate;
import storagebench.report.study.CellNames;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.report.study.TableSizes;
import storagebench.results.Cell;
import storagebench.results.Metric;
import storagebench.statistics.Estimate;

/**
 * One variant for one workload, among the others.
 *
 * @param variant its name, with the options in which others differ from it
 * @param cell what was measured
 * @param rate rows a second
 * @param bytesPerRow bytes of the table for each row
 * @param dominators variants that are faster and smaller beyond doubt
 * @param likelyDominators variants that are faster and smaller, but within the uncertainty
 * @param shareOfFastest throughput by that of the fastest, 1 for the fastest itself
 * @param timesSmallest bytes per row by those of the smallest, 1 for the smallest itself
 */
record Candidate(
    String variant,
    Cell cell,
    Estimate rate,
    Estimate bytesPerRow,
    List<String> dominators,
    List<String> likelyDominators,
    double shareOfFastest,
    double timesSmallest) {

  private record Point(String variant, Cell cell, Estimate rate, Estimate bytes) {
    boolean beats(Point other) {
      return rate.value() > other.rate.value() && bytes.value() < other.bytes.value();
    }

    boolean surelyBeats(Point other) {
      return rate.isAbove(other.rate) && surelySmaller(other);
    }

    /** Sizes are exact unless the forks differ. */
    private boolean surelySmaller(Point other) {
      return upper(bytes) < lower(other.bytes);
    }

    private static double upper(Estimate size) {
      return size.hasInterval() ? size.high() : size.value();
    }

    private static double lower(Estimate size) {
      return size.hasInterval() ? size.low() : size.value();
    }
  }

  /** The cells of one workload that have both figures. */
  static List<Candidate> of(Study study, List<Cell> workload) {
    List<Point> points =
        workload.stream()
            .filter(c -> Speed.rate(c).isPresent())
            .map(
                c ->
                    new Point(
                        CellNames.ofVariant(study, c.identity()),
                        c,
                        Speed.rate(c).orElseThrow().estimate(),
                        TableSizes.ratio(c, Metric.BYTES_TABLE, Metric.ROWS_TABLE)))
            .filter(p -> !Double.isNaN(p.bytes.value()))
            .toList();
    return points.stream().map(p -> among(points, p)).toList();
  }

  private static Candidate among(List<Point> all, Point point) {
    double fastest = all.stream().mapToDouble(p -> p.rate.value()).max().orElseThrow();
    double smallest = all.stream().mapToDouble(p -> p.bytes.value()).min().orElseThrow();
    return new Candidate(
        point.variant,
        point.cell,
        point.rate,
        point.bytes,
        variants(all, point, Point::surelyBeats),
        variants(all, point, Point::beats),
        point.rate.value() / fastest,
        point.bytes.value() / smallest);
  }

  private static List<String> variants(
      List<Point> all, Point point, BiPredicate<Point, Point> beats) {
    return all.stream().filter(p -> beats.test(p, point)).map(Point::variant).toList();
  }
}
