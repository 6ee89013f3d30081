package storagebench.compare.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import storagebench.compare.table.Words;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;

/**
 * The candidate's figures as github-action-benchmark's custom JSON, {@code name, unit, value,
 * extra} (its README, "customSmallerIsBetter"). Figures of which more is better are inverted, with
 * their unit, because one file has one direction.
 */
final class BenchmarkActionExport {
  private BenchmarkActionExport() {}

  static String render(Judged judged) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Row row : judged.comparison().rows()) {
      row.contrast().map(contrast -> entry(row, contrast)).ifPresent(entries::add);
    }
    return JsonRenderer.text(entries);
  }

  private static Map<String, Object> entry(Row row, Contrast contrast) {
    boolean inverted = row.measure().higherIsBetter(row.identity());
    double value = contrast.candidate().geometricMean();
    String unit = row.measure().unit(row.identity());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", Words.unique(row));
    entry.put("unit", inverted ? inverse(unit) : unit);
    entry.put("value", inverted ? 1 / value : value);
    entry.put("extra", row.verdict().label() + ", " + contrast.candidate().count() + " forks");
    return entry;
  }

  private static String inverse(String unit) {
    String[] parts = unit.split("/", 2);
    return parts.length == 2 ? parts[1] + "/" + parts[0] : "1/" + unit;
  }
}
