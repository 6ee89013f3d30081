package storagebench.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import storagebench.results.Key;

/** Turns keys of rows into columns, so that what is compared stands side by side. */
public final class Pivot {
  private final Table table;
  private final List<Integer> rowKeys;
  private final List<Integer> columnKeys;
  private final List<Integer> values;

  private Pivot(Table table, List<Key> keys) {
    this.table = table;
    Map<Boolean, List<Integer>> byRole =
        IntStream.range(0, table.columns().size())
            .boxed()
            .collect(Collectors.partitioningBy(i -> table.columns().get(i).key().isPresent()));
    values = byRole.get(false);
    columnKeys = byRole.get(true).stream().filter(i -> keys.contains(key(i))).toList();
    rowKeys = byRole.get(true).stream().filter(i -> !keys.contains(key(i))).toList();
  }

  /** The table with these keys as columns; as it is where it has none of them. */
  public static Table of(Table table, List<Key> keys) {
    Pivot pivot = new Pivot(table, keys);
    return pivot.columnKeys.isEmpty() || table.detail() ? table : pivot.pivoted();
  }

  private Key key(int column) {
    return table.columns().get(column).key().orElseThrow();
  }

  private Table pivoted() {
    Set<String> groups = new LinkedHashSet<>();
    Map<List<Entry>, List<Map<String, List<Entry>>>> byRow = new LinkedHashMap<>();
    for (List<Entry> row : table.rows()) {
      String group =
          columnKeys.stream()
              .map(i -> row.get(i).text().orElse("-"))
              .collect(Collectors.joining(" "));
      groups.add(group);
      place(byRow.computeIfAbsent(pick(row, rowKeys), k -> new ArrayList<>()), group, row);
    }
    List<Column> columns = new ArrayList<>(rowKeys.stream().map(table.columns()::get).toList());
    for (int value : values) {
      Column column = table.columns().get(value);
      groups.forEach(
          g -> columns.add(column.renamed(column.name() + ":" + g, g + " " + column.heading())));
    }
    List<List<Entry>> rows = new ArrayList<>();
    byRow.forEach((keys, lines) -> lines.forEach(line -> rows.add(row(keys, groups, line))));
    return table.with(columns, rows);
  }

  /** A second row of the same keys, such as another metric, gets a line of its own. */
  private void place(List<Map<String, List<Entry>>> lines, String group, List<Entry> row) {
    for (Map<String, List<Entry>> line : lines) {
      if (line.putIfAbsent(group, pick(row, values)) == null) {
        return;
      }
    }
    lines.add(new LinkedHashMap<>(Map.of(group, pick(row, values))));
  }

  private List<Entry> row(List<Entry> keys, Set<String> groups, Map<String, List<Entry>> line) {
    List<Entry> row = new ArrayList<>(keys);
    Entry[] blanks = new Entry[values.size()];
    Arrays.fill(blanks, Entry.BLANK);
    for (int i = 0; i < values.size(); i++) {
      for (String group : groups) {
        row.add(line.getOrDefault(group, List.of(blanks)).get(i));
      }
    }
    return row;
  }

  private static List<Entry> pick(List<Entry> row, List<Integer> indices) {
    return indices.stream().map(row::get).toList();
  }
}
