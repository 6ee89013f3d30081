package storagebench.render;

import java.util.List;
import storagebench.Count;
import storagebench.compare.UniqueNames;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;
import storagebench.results.Provenance;

/**
 * The candidate's figures as github-action-benchmark's custom JSON (its README,
 * "customSmallerIsBetter"). Figures of which more is better are inverted, with their unit, because
 * one file has one direction.
 */
final class BenchmarkActionExport {
  private BenchmarkActionExport() {}

  private record Figure(String name, String unit, double value, String extra) {}

  static String render(ComparisonResult judged) {
    Provenance measured = judged.comparison().candidate();
    List<Row> rows = judged.comparison().rows();
    UniqueNames unique = UniqueNames.of(rows, name -> name);
    return JsonText.of(
        rows.stream()
            .flatMap(
                row -> row.contrast().stream().map(c -> figure(unique.of(row), row, c, measured)))
            .filter(figure -> Double.isFinite(figure.value()))
            .toList());
  }

  private static Figure figure(String name, Row row, Contrast contrast, Provenance measured) {
    boolean inverted = row.measure().higherIsBetter(row.identity());
    String unit = row.measure().unit(row.identity());
    double value = contrast.candidate().figure();
    return new Figure(
        name,
        inverted ? inverse(unit) : unit,
        inverted ? 1 / value : value,
        row.verdict().label()
            + ", "
            + Count.of(contrast.candidate().count(), "fork")
            + measured.started().map(time -> ", measured " + time).orElse("")
            + measured.build().commit().map(commit -> ", commit " + commit).orElse(""));
  }

  private static String inverse(String unit) {
    String[] parts = unit.split("/", 2);
    return parts.length == 2 ? parts[1] + "/" + parts[0] : "1/" + unit;
  }
}
