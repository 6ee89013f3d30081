package storagebench.table;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;

/** Builds a table that has one row a cell (or a group of cells): keys first, then figures. */
public final class CellTable<T> {
  private record Measure<T>(Column column, Function<T, Entry> entry) {}

  private final List<Measure<T>> measures = new ArrayList<>();

  /** Starts without columns. */
  public CellTable() {}

  /** Starts with a column for every key. */
  public static CellTable<Cell> ofCells(List<Key> keys) {
    return of(keys, Cell::identity);
  }

  /** Starts with a column for every key of rows that have an identity. */
  public static <T> CellTable<T> of(List<Key> keys, Function<T, Identity> identity) {
    CellTable<T> table = new CellTable<>();
    for (Key key : keys) {
      String heading = key.equals(Key.BENCHMARK) ? "method" : key.name();
      // Of a cell with a thousand rows of details, each has the same keys.
      Map<Identity, Entry> entries = new IdentityHashMap<>();
      table.add(
          Column.ofKey(columnName(key), heading, key),
          row ->
              entries.computeIfAbsent(
                  identity.apply(row), i -> key.of(i).map(Entry::of).orElse(Entry.BLANK)));
    }
    return table;
  }

  /** Adds a column to the right. */
  public CellTable<T> add(Column column, Function<T, Entry> entry) {
    measures.add(new Measure<>(column, entry));
    return this;
  }

  /** The columns so far. */
  public List<Column> columns() {
    return measures.stream().map(Measure::column).toList();
  }

  /** The rows of these things. */
  public List<List<Entry>> rows(List<T> things) {
    List<List<Entry>> rows = new ArrayList<>(things.size());
    for (T thing : things) {
      List<Entry> row = new ArrayList<>(measures.size());
      for (Measure<T> measure : measures) {
        row.add(measure.entry().apply(thing));
      }
      rows.add(row);
    }
    return rows;
  }

  /** CSV's name of a key: parameters are set apart from the suite's own columns by a prefix. */
  static String columnName(Key key) {
    return List.of(Key.BENCHMARK, Key.MODE, Key.THREADS).contains(key)
        ? key.name()
        : "param:" + Key.param(key.name());
  }
}
