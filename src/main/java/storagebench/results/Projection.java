package storagebench.results;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.UserError;

/**
 * Which keys tell rows apart and which of them become columns, written {@code KEY,.../KEY,...}.
 * Cells that differ only in other keys are put together, with a warning.
 *
 * @param rows keys of the rows
 * @param columns keys of the columns
 */
public record Projection(List<Key> rows, List<Key> columns) {
  /**
   * @param cells what is left, one cell for each combination of the keys
   * @param warnings one line for each hidden key that varies within a row
   */
  public record Projected(List<Cell> cells, List<String> warnings) {}

  /** Reads a projection as the user writes it. */
  public static Projection parse(String text) {
    String[] sides = text.split("/", -1);
    if (sides.length > 2 || Arrays.stream(text.split("[,/]", -1)).anyMatch(String::isBlank)) {
      throw new UserError("--by " + text + ": expected KEY[,KEY...] or KEY[,KEY...]/KEY[,KEY...]");
    }
    return new Projection(keys(sides[0]), sides.length == 2 ? keys(sides[1]) : List.of());
  }

  private static List<Key> keys(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(Key::new).distinct().toList();
  }

  /** Refuses keys that no cell has. */
  public void requireKnown(List<Cell> cells) {
    List<Key> known = Key.of(cells);
    Stream.concat(rows.stream(), columns.stream()).forEach(key -> requireKnown("--by", key, known));
  }

  /** Puts the cells together that differ only in keys that are not shown. */
  public Projected apply(List<Cell> cells) {
    List<Key> known = Key.of(cells);
    List<Key> shown = Stream.concat(rows.stream(), columns.stream()).toList();
    List<Key> hidden =
        known.stream().filter(k -> !shown.contains(k)).filter(k -> varies(k, cells)).toList();

    Map<Identity, List<Cell>> groups =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    c -> drop(hidden, c.identity()), LinkedHashMap::new, Collectors.toList()));
    List<Cell> projected =
        groups.entrySet().stream()
            .map(g -> g.getValue().stream().reduce(Cell::plus).orElseThrow().as(g.getKey()))
            .toList();
    List<String> warnings =
        hidden.stream()
            .filter(key -> groups.values().stream().anyMatch(group -> varies(key, group)))
            .map(key -> warning(key, cells))
            .toList();
    return new Projected(projected, warnings);
  }

  static void requireKnown(String option, Key key, List<Key> known) {
    if (!known.contains(key)) {
      throw new UserError(
          option
              + " "
              + key.name()
              + ": no result has this parameter; known are "
              + known.stream().map(Key::name).collect(Collectors.joining(", ")));
    }
  }

  private static Identity drop(List<Key> hidden, Identity identity) {
    Identity rest = identity;
    for (Key key : hidden) {
      rest = key.dropFrom(rest);
    }
    return rest;
  }

  private static boolean varies(Key key, List<Cell> cells) {
    return cells.stream().map(c -> key.of(c.identity())).distinct().count() > 1;
  }

  private static String warning(Key key, List<Cell> cells) {
    SortedSet<String> values = new TreeSet<>(ParamOrder.OF_VALUES);
    cells.stream().map(c -> key.of(c.identity())).flatMap(Optional::stream).forEach(values::add);
    boolean absent = cells.stream().anyMatch(c -> key.of(c.identity()).isEmpty());
    return key.name()
        + " varies within rows ("
        + String.join(", ", values)
        + (absent ? ", absent" : "")
        + "): they mix different work; add it to --by or fix it with --where";
  }
}
