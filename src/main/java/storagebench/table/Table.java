package storagebench.table;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as data: {@link TableBuilder} makes it, renderers only lay it out.
 *
 * @param id stable short name, such as {@code throughput}: CSV's file name and HTML's anchor
 * @param title what people read
 * @param explanation one sentence: what is shown and how it was computed
 * @param columns the columns from left to right
 * @param rows the rows, each with one entry a column
 * @param remarks whole sentences to read below the table, the first the most important
 * @param footnotes the notes of all entries, each once, in the order of their numbers
 * @param detail whether it is material for charts and scripts rather than for reading
 */
public record Table(
    String id,
    String title,
    String explanation,
    List<Column> columns,
    List<List<Entry>> rows,
    List<String> remarks,
    List<String> footnotes,
    boolean detail) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    remarks = List.copyOf(remarks);
    footnotes = List.copyOf(footnotes);
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException(id + ": a row does not have " + width + " entries");
    }
  }

  /** The entries of one column, from top to bottom. */
  public List<Entry> column(int index) {
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /** The same table with other columns and rows; notes keep their numbers. */
  public Table with(List<Column> otherColumns, List<List<Entry>> otherRows) {
    return new Table(id, title, explanation, otherColumns, otherRows, remarks, footnotes, detail);
  }

  /** The same table with other rows and one footnote more, which is new in some of them. */
  public Table with(List<List<Entry>> otherRows, String footnote) {
    List<String> all = Stream.concat(footnotes.stream(), Stream.of(footnote)).toList();
    return new Table(id, title, explanation, columns, otherRows, remarks, all, detail);
  }

  /** Numbers of an entry's footnotes, from 1. */
  public List<Integer> numbers(Entry entry) {
    return entry.notes().stream().map(note -> footnotes.indexOf(note) + 1).toList();
  }

  /** Index of the column of that name, or -1. */
  public int indexOf(String columnName) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(columnName))
        .findFirst()
        .orElse(-1);
  }
}
