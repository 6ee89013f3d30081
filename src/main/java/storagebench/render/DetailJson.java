package storagebench.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import storagebench.render.layout.Inert;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * The tables that only charts need, as JSON inside the page: {@code {id: {keys: [...], entries:
 * [{k: [...], p: [[...], ...]}]}}}, the keys of a cell said once for all its points.
 */
final class DetailJson {
  private static final JsonFactory JSON = new JsonFactory();

  private DetailJson() {}

  static String of(List<Table> tables) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      for (Table table : tables) {
        if (table.detail()) {
          write(json, table);
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // A tag inside a name would end the script element.
    return out.toString().replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static void write(JsonGenerator json, Table table) throws IOException {
    List<Integer> keys = columns(table, true);
    json.writeObjectFieldStart(table.id());
    json.writeArrayFieldStart("keys");
    for (int key : keys) {
      json.writeString(table.columns().get(key).name());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("entries");
    for (Map.Entry<List<String>, List<List<Entry>>> cell : byKeys(table, keys).entrySet()) {
      json.writeStartObject();
      json.writeArrayFieldStart("k");
      for (String name : cell.getKey()) {
        json.writeString(Inert.line(name));
      }
      json.writeEndArray();
      writePoints(json, columns(table, false), cell.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static List<Integer> columns(Table table, boolean keys) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).key().isPresent() == keys) {
        indices.add(i);
      }
    }
    return indices;
  }

  private static Map<List<String>, List<List<Entry>>> byKeys(Table table, List<Integer> keys) {
    Map<List<String>, List<List<Entry>>> rows = new LinkedHashMap<>();
    for (List<Entry> row : table.rows()) {
      List<String> names = new ArrayList<>(keys.size());
      for (int key : keys) {
        names.add(row.get(key).text().orElse(""));
      }
      rows.computeIfAbsent(names, n -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  private static void writePoints(
      JsonGenerator json, List<Integer> figures, List<List<Entry>> points) throws IOException {
    json.writeArrayFieldStart("p");
    for (List<Entry> point : points) {
      json.writeStartArray();
      for (int figure : figures) {
        write(json, point.get(figure));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    if (entry.text().isPresent()) {
      json.writeString(Inert.line(entry.text().get()));
      return;
    }
    double value = entry.figure().map(f -> f.value()).orElse(Double.NaN);
    if (value == Math.rint(value)) {
      json.writeNumber((long) value);
    } else if (Double.isNaN(value)) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }
}
