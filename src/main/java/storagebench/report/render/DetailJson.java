package storagebench.report.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import storagebench.report.table.Entry;
import storagebench.report.table.Table;

/**
 * The tables that only charts need, as JSON inside the page: {@code {id: {keys: [...], entries:
 * [{k: [...], p: [[...], ...]}]}}}, the keys of a cell said once for all its points.
 */
final class DetailJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DetailJson() {}

  static String of(List<Table> tables) {
    ObjectNode root = JSON.createObjectNode();
    tables.stream().filter(Table::detail).forEach(t -> put(root.putObject(t.id()), t));
    try {
      // A tag inside a name would end the script element.
      return JSON.writeValueAsString(root).replace("<", "\\u003c").replace(">", "\\u003e");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(ObjectNode node, Table table) {
    Map<Boolean, List<Integer>> byRole =
        IntStream.range(0, table.columns().size())
            .boxed()
            .collect(Collectors.partitioningBy(i -> table.columns().get(i).key().isPresent()));
    ArrayNode keys = node.putArray("keys");
    byRole.get(true).forEach(i -> keys.add(table.columns().get(i).name()));
    Map<List<Entry>, ArrayNode> points = new LinkedHashMap<>();
    ArrayNode entries = node.putArray("entries");
    for (List<Entry> row : table.rows()) {
      List<Entry> cell = byRole.get(true).stream().map(row::get).toList();
      ArrayNode point = points.computeIfAbsent(cell, c -> entry(entries, c)).addArray();
      byRole.get(false).forEach(i -> add(point, row.get(i)));
    }
  }

  private static ArrayNode entry(ArrayNode entries, List<Entry> keys) {
    ObjectNode entry = entries.addObject();
    ArrayNode names = entry.putArray("k");
    keys.forEach(k -> names.add(Inert.line(k.text().orElse(""))));
    return entry.putArray("p");
  }

  private static void add(ArrayNode point, Entry entry) {
    double value = entry.figure().map(f -> f.value()).orElse(Double.NaN);
    if (value == Math.rint(value)) {
      point.add((long) value);
    } else if (Double.isNaN(value)) {
      point.addNull();
    } else {
      point.add(value);
    }
  }
}
