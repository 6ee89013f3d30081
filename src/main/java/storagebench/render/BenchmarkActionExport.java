package storagebench.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import storagebench.Count;
import storagebench.compare.UniqueNames;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;

/**
 * The candidate's figures as github-action-benchmark's custom JSON, {@code name, unit, value,
 * extra} (its README, "customSmallerIsBetter"). Figures of which more is better are inverted, with
 * their unit, because one file has one direction.
 */
final class BenchmarkActionExport {
  private BenchmarkActionExport() {}

  static String render(ComparisonResult judged) {
    List<Row> rows = judged.comparison().rows();
    UniqueNames unique = UniqueNames.of(rows, name -> name);
    return JsonText.of(
        json -> {
          json.writeStartArray();
          for (Row row : rows) {
            if (row.contrast().isPresent() && Double.isFinite(value(row, row.contrast().get()))) {
              write(json, unique.of(row), row, row.contrast().get());
            }
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, String name, Row row, Contrast contrast)
      throws IOException {
    String unit = row.measure().unit(row.identity());
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("unit", isInverted(row) ? inverse(unit) : unit);
    json.writeNumberField("value", value(row, contrast));
    json.writeStringField(
        "extra", row.verdict().label() + ", " + Count.of(contrast.candidate().count(), "fork"));
    json.writeEndObject();
  }

  private static double value(Row row, Contrast contrast) {
    double figure = contrast.candidate().figure();
    return isInverted(row) ? 1 / figure : figure;
  }

  private static boolean isInverted(Row row) {
    return row.measure().higherIsBetter(row.identity());
  }

  private static String inverse(String unit) {
    String[] parts = unit.split("/", 2);
    return parts.length == 2 ? parts[1] + "/" + parts[0] : "1/" + unit;
  }
}
