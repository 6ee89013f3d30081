package storagebench.compare.match;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.results.Difference;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.results.Series;

/**
 * Whether both sides did the same work: threads, units and, where one iteration is one batch, the
 * rows and their checksum. Iterations of a fixed length hold as many rows as the server is fast.
 */
final class WorkDifferences {
  private static final String ONE_BATCH_AN_ITERATION = "ss";

  private WorkDifferences() {}

  static List<Difference> between(MeasuredCell baseline, MeasuredCell candidate) {
    Stream<Difference> parameters =
        Stream.of(
            new Difference(
                "threads",
                Integer.toString(baseline.identity().threads()),
                Integer.toString(candidate.identity().threads())),
            Difference.ofScores(baseline.identity().unit(), candidate.identity().unit()));
    return Stream.of(
            parameters,
            made(baseline, candidate),
            units(baseline, candidate),
            rows(baseline, candidate))
        .flatMap(differences -> differences)
        .filter(d -> !d.baseline().equals(d.candidate()) || d.baseline().contains(", "))
        .toList();
  }

  /** Parameters that a duel made to differ; cells of other runs are not matched if one does. */
  private static Stream<Difference> made(MeasuredCell baseline, MeasuredCell candidate) {
    return baseline.identity().params().entrySet().stream()
        .map(
            p ->
                new Difference(
                    p.getKey(),
                    p.getValue(),
                    candidate.identity().param(p.getKey()).orElse("absent")))
        .filter(d -> !d.baseline().equals(d.candidate()));
  }

  private static Stream<Difference> units(MeasuredCell baseline, MeasuredCell candidate) {
    return new TreeMap<>(baseline.units())
        .entrySet().stream()
            .filter(unit -> candidate.units().containsKey(unit.getKey()))
            .map(
                unit ->
                    Difference.ofUnits(
                        unit.getKey(), unit.getValue(), candidate.units().get(unit.getKey())));
  }

  private static Stream<Difference> rows(MeasuredCell baseline, MeasuredCell candidate) {
    if (!baseline.identity().mode().equals(ONE_BATCH_AN_ITERATION)) {
      return Stream.of();
    }
    return Stream.of(
            of(Metric.ROWS_INSERTED, Series::sum, baseline, candidate),
            of(Metric.ROWS_TABLE, Series::last, baseline, candidate),
            of(Metric.ROWS_CHECKSUM, Series::last, baseline, candidate))
        .flatMap(Optional::stream);
  }

  /** Empty where both sides have one and the same figure, which then needs no words. */
  private static Optional<Difference> of(
      Metric metric,
      ToDoubleFunction<Series> figure,
      MeasuredCell baseline,
      MeasuredCell candidate) {
    SortedSet<Double> before = values(metric, figure, baseline);
    SortedSet<Double> after = values(metric, figure, candidate);
    return before.size() < 2 && before.equals(after)
        ? Optional.empty()
        : Optional.of(new Difference(metric.label(), words(before), words(after)));
  }

  private static SortedSet<Double> values(
      Metric metric, ToDoubleFunction<Series> figure, MeasuredCell side) {
    SortedSet<Double> values = new TreeSet<>();
    for (Fork fork : side.forks().values()) {
      Series series = fork.secondary().get(metric.label());
      if (series != null) {
        values.add(figure.applyAsDouble(series));
      }
    }
    return values;
  }

  private static String words(SortedSet<Double> values) {
    return values.isEmpty()
        ? "absent"
        : values.stream()
            .map(v -> String.format(Locale.ROOT, "%.0f", v))
            .collect(Collectors.joining(", "));
  }
}
