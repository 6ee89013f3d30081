package storagebench.render.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import storagebench.results.Key;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Scale;
import storagebench.table.Table;

/**
 * A table laid out for people: keys that are the same in every row said once above it, columns
 * without any entry left away, figures written in one unit a column.
 *
 * @param constants what is the same in every row, such as {@code threads 1}; may be empty
 * @param lines the columns that remain
 * @param height number of rows
 */
public record Grid(String constants, List<Line> lines, int height) {
  /** A benchmark by its method, by class and method, or by all of its name. */
  private static final List<UnaryOperator<String>> SHORTEST_FIRST =
      List.of(name -> ending(name, 1), name -> ending(name, 2), name -> name);

  /** Characters of a name or of a parameter's value. */
  private static final int LONGEST = 400;

  /**
   * One column.
   *
   * @param index its place among the table's columns
   * @param column where it comes from
   * @param unit what stands below the heading; may be empty
   * @param isText whether there is no figure in it
   * @param entries what it shows
   * @param words the entries as people read them
   * @param notes numbers of each entry's footnotes
   */
  public record Line(
      int index,
      Column column,
      String unit,
      boolean isText,
      List<Entry> entries,
      List<String> words,
      List<List<Integer>> notes) {

    /** What people read above it, without the unit. */
    public String heading() {
      return shortened(Inert.line(column.heading()));
    }

    /** Unit and direction. */
    public String legend() {
      String arrow =
          switch (column.direction()) {
            case HIGHER_IS_BETTER -> "↑";
            case LOWER_IS_BETTER -> "↓";
            case NEUTRAL -> "";
          };
      return (unit + " " + arrow).strip();
    }

    /** What people read in a row, with a star for the best and its footnotes in brackets. */
    public String marked(int row) {
      StringBuilder marked = new StringBuilder(words.get(row));
      marked.append(entries.get(row).emphasis() == Entry.Emphasis.BEST ? "*" : "");
      notes.get(row).forEach(note -> marked.append('[').append(note).append(']'));
      return marked.toString();
    }
  }

  public static Grid of(Table read, List<String> units) {
    Table table = ScoreUnits.scaled(read);
    List<String> constants = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      List<Entry> entries = table.column(i);
      Optional<Constant> constant = Constant.of(table, column, entries);
      if (constant.isPresent()) {
        constants.add(
            shortened(Inert.line(column.heading()))
                + " "
                + shortened(constant.get().said())
                + constant.get().owners());
      } else if (!entries.stream().allMatch(e -> e.isBlank() && e.notes().isEmpty())) {
        lines.add(line(table, i, entries, units));
      }
    }
    return new Grid(String.join(", ", constants), lines, table.rows().size());
  }

  private static Line line(Table table, int index, List<Entry> entries, List<String> units) {
    Column column = table.columns().get(index);
    List<Estimate> figures = entries.stream().flatMap(e -> e.figure().stream()).toList();
    double[] values = figures.stream().mapToDouble(Estimate::value).toArray();
    Scale scale = Scale.of(column.quantity(), values, units);
    NumberStyle style = NumberStyle.of(scale, figures);
    boolean isKey = column.key().isPresent();
    List<String> words = new ArrayList<>(names(column, entries));
    for (int i = 0; i < words.size(); i++) {
      Optional<Estimate> figure = entries.get(i).figure();
      if (figure.isPresent()) {
        words.set(i, style(column, style, figure.get()).format(figure.get()));
      } else if (isKey) {
        words.set(i, shortened(words.get(i)));
      }
    }
    boolean isText = values.length == 0;
    return new Line(
        index,
        column,
        isText ? "" : scale.unit(),
        isText,
        entries,
        words,
        entries.stream().map(table::numbers).toList());
  }

  private static NumberStyle style(Column column, NumberStyle ofColumn, Estimate figure) {
    return column.quantity() == Quantity.NUMBER ? ofColumn.ofMixed(figure) : ofColumn;
  }

  /** The words of entries; of benchmarks the shortest ends of their names that tell them apart. */
  /** What people read in a column: of methods as much of their names as tells them apart. */
  static List<String> names(Column column, List<Entry> entries) {
    List<String> names = entries.stream().map(e -> e.text().orElse("")).toList();
    boolean benchmarks = column.key().filter(Key.BENCHMARK::equals).isPresent();
    UnaryOperator<String> shown = benchmarks ? shortest(names) : UnaryOperator.identity();
    return names.stream().map(shown).map(Inert::line).toList();
  }

  private static UnaryOperator<String> shortest(List<String> names) {
    List<String> distinct = names.stream().distinct().toList();
    return SHORTEST_FIRST.stream()
        .filter(s -> distinct.stream().map(s).distinct().count() == distinct.size())
        .findFirst()
        .orElseThrow();
  }

  private static String ending(String name, int segments) {
    int from = name.length();
    for (int i = 0; i < segments && from >= 0; i++) {
      from = name.lastIndexOf('.', from - 1);
    }
    return name.substring(from + 1);
  }

  /** A text that nobody reads to its end loses its middle; CSV has all of it. */
  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2))
            + "…"
            + text.substring(text.offsetByCodePoints(text.length(), -LONGEST / 2));
  }

  /** The same with all that tells rows apart in one column, what is blank left out. */
  Grid withJoinedKeys() {
    List<Line> keys = lines.stream().filter(line -> line.column().key().isPresent()).toList();
    List<String> cells = IntStream.range(0, height).mapToObj(this::name).toList();
    Column column = Column.ofKey("cell", "cell", keys.get(0).column().key().orElseThrow());
    List<Line> others = new ArrayList<>(lines);
    others.removeAll(keys);
    List<Entry> entries = cells.stream().map(Entry::of).toList();
    List<List<Integer>> notes = Collections.nCopies(height, List.of());
    others.add(0, new Line(0, column, "", true, entries, cells, notes));
    return new Grid(constants, others, height);
  }

  /**
   * What tells a row apart beside its first column, such as {@code batchSize 1000, indexes true};
   * null if nothing does.
   */
  public String rest(int row) {
    String rest =
        lines.stream()
            .skip(1)
            .filter(line -> line.column().key().isPresent())
            .filter(line -> !line.words().get(row).isBlank())
            .map(line -> line.heading() + " " + line.words().get(row))
            .collect(Collectors.joining(", "));
    return rest.isEmpty() ? null : rest;
  }

  /** What tells a row apart, such as {@code PAX batchSize=1000}; empty if nothing does. */
  public String name(int row) {
    return lines.stream()
        .filter(line -> line.column().key().isPresent())
        .filter(line -> !line.words().get(row).isBlank())
        .map(line -> (isName(line) ? "" : line.heading() + "=") + line.words().get(row))
        .collect(Collectors.joining(" "));
  }

  private static boolean isName(Line line) {
    return line.column()
        .key()
        .filter(k -> k.equals(Key.VARIANT) || k.equals(Key.BENCHMARK))
        .isPresent();
  }

  /** Indices of the columns that tell rows apart; the first where no column is said to. */
  List<Integer> keys() {
    List<Integer> keys =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).column().key().isPresent() || lines.get(i).column().label())
            .boxed()
            .toList();
    return keys.isEmpty() ? List.of(0) : keys;
  }
}
