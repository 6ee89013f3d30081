package storagebench.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import storagebench.compare.Comparison;
import storagebench.compare.VerdictText;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.OneSided;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Sample;
import storagebench.compare.verdict.Suite;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Difference;
import storagebench.results.Identity;
import storagebench.results.Provenance;
import storagebench.statistics.Estimate;

/**
 * For programs: everything, as {@code storagebench/compare/compare-2.schema.json} in the jar
 * describes it. The records have its names; what could not be had is null.
 */
final class JsonRenderer {
  private static final int FORMAT = 2;
  private static final double NANOS = 1e9;

  private JsonRenderer() {}

  private record Document(
      int format,
      String outcome,
      int exitCode,
      double alpha,
      MeasuredJson baseline,
      MeasuredJson candidate,
      List<SuiteJson> suites,
      List<RowJson> rows,
      List<OneSidedJson> onlyBaseline,
      List<OneSidedJson> onlyCandidate,
      List<DifferenceJson> servers,
      List<String> warnings,
      @JsonInclude(Include.NON_NULL) List<Floor> noiseFloors) {}

  private record MeasuredJson(
      String started, Double seconds, String machine, String version, String commit) {}

  private record SuiteJson(
      String metric,
      String better,
      Map<String, Long> counts,
      Estimate ratio,
      @JsonInclude(Include.NON_NULL) Extreme worst,
      @JsonInclude(Include.NON_NULL) Extreme best) {}

  private record RowJson(
      @JsonUnwrapped CellJson cell,
      String metric,
      String unit,
      String better,
      String verdict,
      SideJson baseline,
      SideJson candidate,
      Boolean paired,
      Estimate ratio,
      double ratioOfTotals,
      double p,
      double margin,
      double smallestChange,
      Integer forksToSettle,
      List<DifferenceJson> differences,
      List<String> notes) {}

  private record CellJson(
      String benchmark, String mode, SortedMap<String, String> params, int threads) {}

  private record SideJson(double value, Integer forks) {}

  private record Extreme(@JsonUnwrapped CellJson cell, double ratio) {}

  private record OneSidedJson(
      @JsonUnwrapped CellJson cell, @JsonInclude(Include.NON_NULL) String metric) {}

  private record DifferenceJson(String field, String baseline, String candidate) {}

  private record Floor(String metric, double floor) {}

  static String render(ComparisonResult judged) {
    Comparison comparison = judged.comparison();
    return JsonText.of(
        new Document(
            FORMAT,
            judged.outcome().label(),
            judged.outcome().exitCode(),
            comparison.options().alpha(),
            measured(comparison.baseline()),
            measured(comparison.candidate()),
            comparison.suites().stream().map(JsonRenderer::suite).toList(),
            comparison.rows().stream().map(JsonRenderer::row).toList(),
            comparison.onlyBaseline().stream().map(JsonRenderer::oneSided).toList(),
            comparison.onlyCandidate().stream().map(JsonRenderer::oneSided).toList(),
            differences(comparison.servers()),
            comparison.warnings(),
            floors(comparison)));
  }

  private static MeasuredJson measured(Provenance side) {
    return new MeasuredJson(
        side.started().map(Instant::toString).orElse(null),
        side.took().map(took -> took.toNanos() / NANOS).orElse(null),
        side.machine(),
        side.build().version(),
        side.build().commit().orElse(null));
  }

  /** Null where there are none. */
  private static List<Floor> floors(Comparison comparison) {
    Margins margins = comparison.options().margins();
    return margins.floors().isEmpty()
        ? null
        : comparison.rows().stream()
            .map(Row::measure)
            .distinct()
            .map(m -> new Floor(m.name(), margins.floor(m).orElse(Double.NaN)))
            .toList();
  }

  private static SuiteJson suite(Suite suite) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Arrays.stream(Verdict.values())
        .forEach(v -> counts.put(v.label(), suite.counts().getOrDefault(v, 0L)));
    return new SuiteJson(
        suite.measure().name(),
        better(suite.higherIsBetter()),
        counts,
        suite.ratio(),
        suite.worst().map(JsonRenderer::extreme).orElse(null),
        suite.best().map(JsonRenderer::extreme).orElse(null));
  }

  private static Extreme extreme(Row row) {
    return new Extreme(cell(row.identity()), row.ratio().value());
  }

  private static RowJson row(Row row) {
    Measure measure = row.measure();
    return new RowJson(
        cell(row.identity()),
        measure.name(),
        measure.unit(row.identity()),
        better(measure.higherIsBetter(row.identity())),
        row.verdict().label(),
        side(row.contrast().map(Contrast::baseline)),
        side(row.contrast().map(Contrast::candidate)),
        row.contrast().map(Contrast::paired).orElse(null),
        row.ratio(),
        VerdictText.totals(row),
        row.p(),
        row.margin(),
        row.smallest() - 1,
        count(row.forksToSettle()),
        differences(row.differences()),
        row.notes());
  }

  private static SideJson side(Optional<Sample> sample) {
    return new SideJson(
        sample.map(Sample::figure).orElse(Double.NaN), sample.map(Sample::count).orElse(null));
  }

  private static OneSidedJson oneSided(OneSided one) {
    return new OneSidedJson(cell(one.cell()), one.measure().map(Measure::name).orElse(null));
  }

  private static List<DifferenceJson> differences(List<Difference> all) {
    return all.stream()
        .map(d -> new DifferenceJson(d.field(), d.baseline(), d.candidate()))
        .toList();
  }

  private static CellJson cell(Identity identity) {
    return new CellJson(
        identity.benchmark(), identity.mode(), identity.params(), identity.threads());
  }

  private static Integer count(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  private static String better(boolean higher) {
    return higher ? "higher" : "lower";
  }
}
