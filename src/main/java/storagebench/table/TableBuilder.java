package storagebench.table;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import storagebench.results.Identity;
import storagebench.results.Key;

/**
 * Builds a table column by column, then of many things one row each: keys first, then figures.
 *
 * @param <T> what a row is about, such as a cell
 */
public final class TableBuilder<T> {
  private record Filled<T>(Column column, Function<T, Entry> entry) {}

  private final String id;
  private final String title;
  private final String explanation;
  private final List<Filled<T>> columns = new ArrayList<>();
  private List<String> remarks = List.of();
  private boolean detail;

  /** Starts without columns; see {@link Table} for the three texts. */
  public TableBuilder(String id, String title, String explanation) {
    this.id = id;
    this.title = title;
    this.explanation = explanation;
  }

  /** Adds a column for every key of rows that have an identity. */
  public TableBuilder<T> keys(List<Key> keys, Function<T, Identity> identity) {
    for (Key key : keys) {
      // Of a cell with a thousand rows of details, each has the same keys.
      Map<Identity, Entry> entries = new IdentityHashMap<>();
      add(
          Column.ofKey(key),
          row ->
              entries.computeIfAbsent(
                  identity.apply(row), i -> key.of(i).map(Entry::of).orElse(Entry.BLANK)));
    }
    return this;
  }

  /** Adds a column. */
  public TableBuilder<T> add(Column column, Function<T, Entry> entry) {
    columns.add(new Filled<>(column, entry));
    return this;
  }

  /** Adds a column of words; no words are a blank. */
  public TableBuilder<T> text(String name, String heading, Function<T, String> words) {
    return add(Column.ofText(name, heading), row -> Entry.ofWords(words.apply(row)));
  }

  /** Adds a column of words that stands beside the figures wherever the table is split. */
  public TableBuilder<T> label(String name, String heading, Function<T, String> words) {
    return add(Column.ofLabel(name, heading), row -> Entry.ofWords(words.apply(row)));
  }

  /** Sets the sentences to read below the table. */
  public TableBuilder<T> remarks(List<String> sentences) {
    remarks = sentences;
    return this;
  }

  /** Makes the table material for charts and scripts rather than for reading. */
  public TableBuilder<T> detail() {
    detail = true;
    return this;
  }

  /** The table of these things, with their footnotes numbered from left to right, row by row. */
  public Table build(List<T> things) {
    List<List<Entry>> rows = new ArrayList<>(things.size());
    for (T thing : things) {
      rows.add(columns.stream().map(column -> column.entry().apply(thing)).toList());
    }
    return new Table(
        id,
        title,
        explanation,
        columns.stream().map(Filled::column).toList(),
        rows,
        remarks,
        rows.stream()
            .flatMap(List::stream)
            .flatMap(entry -> entry.notes().stream())
            .distinct()
            .toList(),
        detail);
  }

  /** The same, or nothing where there are no things. */
  public Optional<Table> buildUnlessEmpty(List<T> things) {
    return things.isEmpty() ? Optional.empty() : Optional.of(build(things));
  }
}
