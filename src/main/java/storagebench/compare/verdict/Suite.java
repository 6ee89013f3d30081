package storagebench.compare.verdict;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.statistics.Estimate;

/**
 * One metric over all cells.
 *
 * @param measure the metric
 * @param higherIsBetter its direction
 * @param counts how many rows got each verdict
 * @param boundless how many ratios are 0 or infinite, and not in the mean
 * @param ratio geometric mean of the other ratios; its interval comes from the forks' means over
 *     all cells, because cells of one round share its noise; none for exact figures
 * @param worst the row with the worst ratio
 * @param best the row with the best ratio
 */
public record Suite(
    Measure measure,
    boolean higherIsBetter,
    Map<Verdict, Long> counts,
    int boundless,
    Estimate ratio,
    Optional<Row> worst,
    Optional<Row> best) {

  /**
   * Sums up the rows of each metric and direction, in their order.
   *
   * @param level of the interval
   */
  public static List<Suite> of(List<Row> rows, ToDoubleFunction<Contrast> level) {
    return rows.stream().map(Row::measure).distinct().flatMap(m -> of(m, rows, level)).toList();
  }

  private static Stream<Suite> of(
      Measure measure, List<Row> rows, ToDoubleFunction<Contrast> level) {
    Map<Boolean, List<Row>> byDirection =
        rows.stream()
            .filter(row -> row.measure().equals(measure))
            .collect(Collectors.partitioningBy(row -> measure.higherIsBetter(row.identity())));
    return byDirection.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> sum(measure, entry.getKey(), entry.getValue(), level));
  }

  private static Suite sum(
      Measure measure, boolean higher, List<Row> rows, ToDoubleFunction<Contrast> level) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    rows.forEach(row -> counts.merge(row.verdict(), 1L, Long::sum));
    List<Row> judged = rows.stream().filter(row -> !Double.isNaN(row.ratio().value())).toList();
    List<Row> finite = rows.stream().filter(row -> isPositive(row.ratio().value())).toList();
    Comparator<Row> byBadness = (a, b) -> Double.compare(a.badness(), b.badness());
    return new Suite(
        measure,
        higher,
        counts,
        judged.size() - finite.size(),
        ratio(measure, finite, level),
        judged.stream().max(byBadness),
        judged.stream().min(byBadness));
  }

  private static Estimate ratio(Measure measure, List<Row> rows, ToDoubleFunction<Contrast> level) {
    double log =
        rows.stream().mapToDouble(r -> Math.log(r.ratio().value())).average().orElse(Double.NaN);
    Predicate<Row> hasError = row -> row.ratio().hasInterval();
    if (measure.exact() || rows.isEmpty() || !rows.stream().allMatch(hasError)) {
      return Estimate.exact(Math.exp(log));
    }
    List<Contrast> contrasts = rows.stream().flatMap(r -> r.contrast().stream()).toList();
    Contrast mean = Contrast.mean(rows.get(0).identity(), measure, contrasts);
    if (mean.baseline().count() == 0 || mean.candidate().count() == 0) {
      return Estimate.exact(Math.exp(log));
    }
    Estimate interval = mean.difference().ratio(level.applyAsDouble(mean));
    double width = interval.high() / interval.value();
    return new Estimate(Math.exp(log), Math.exp(log) / width, Math.exp(log) * width);
  }

  private static boolean isPositive(double ratio) {
    return ratio > 0 && ratio < Double.POSITIVE_INFINITY;
  }
}
