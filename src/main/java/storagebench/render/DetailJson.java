package storagebench.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import storagebench.render.layout.Inert;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * The tables that only charts need, as JSON inside the page: {@code {id: {keys: [...], entries:
 * [{k: [...], p: [[...], ...]}]}}}, the keys of a cell said once for all its points.
 */
final class DetailJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DetailJson() {}

  private record Detail(List<String> keys, List<Points> entries) {}

  /**
   * The points of one cell.
   *
   * @param k its keys
   * @param p the points, made as they are written: there are as many as batches
   */
  private record Points(List<String> k, Iterator<Object[]> p) {}

  static String of(List<Table> tables) {
    Map<String, Detail> byId = new LinkedHashMap<>();
    tables.stream().filter(Table::detail).forEach(table -> byId.put(table.id(), detail(table)));
    try {
      // A tag inside a name would end the script element.
      return JSON.writeValueAsString(byId).replace("<", "\\u003c").replace(">", "\\u003e");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Detail detail(Table table) {
    int[] keys = columns(table, true);
    int[] figures = columns(table, false);
    Map<List<String>, List<List<Entry>>> cells = new LinkedHashMap<>();
    for (List<Entry> row : table.rows()) {
      List<String> names = Arrays.stream(keys).mapToObj(i -> row.get(i).text().orElse("")).toList();
      cells.computeIfAbsent(names, n -> new ArrayList<>()).add(row);
    }
    List<Points> entries = new ArrayList<>();
    cells.forEach(
        (names, rows) ->
            entries.add(
                new Points(
                    names.stream().map(Inert::line).toList(),
                    rows.stream().map(row -> point(row, figures)).iterator())));
    return new Detail(
        Arrays.stream(keys).mapToObj(i -> table.columns().get(i).name()).toList(), entries);
  }

  private static int[] columns(Table table, boolean keys) {
    return IntStream.range(0, table.columns().size())
        .filter(i -> table.columns().get(i).key().isPresent() == keys)
        .toArray();
  }

  private static Object[] point(List<Entry> row, int[] figures) {
    return Arrays.stream(figures).mapToObj(i -> value(row.get(i))).toArray();
  }

  /** A text, a number as short as it can be, or null. */
  private static Object value(Entry entry) {
    if (entry.text().isPresent()) {
      return Inert.line(entry.text().get());
    }
    if (entry.figure().isEmpty()) {
      return null;
    }
    double value = entry.figure().get().value();
    if (!Double.isFinite(value)) {
      return null;
    }
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }
}
