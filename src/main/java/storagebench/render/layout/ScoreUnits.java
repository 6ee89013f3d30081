package storagebench.render.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import storagebench.results.TimeUnits;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Scale;
import storagebench.table.Table;

/**
 * Shows small scores in smaller units, as times are: those of one unit together, so that they can
 * be compared by eye. CSV keeps the unit in which they were measured.
 */
final class ScoreUnits {
  private static final String PER_OPERATION = "/op";
  private static final String OPERATIONS = "ops/";
  private static final List<String> FROM_SMALLEST = List.of("ns", "us", "ms", "s");

  private ScoreUnits() {}

  /** The table with scores below 1 in a unit in which they are not. */
  static Table scaled(Table table) {
    int score = table.indexOf(Column.SCORE);
    int unit = table.indexOf(Column.SCORE_UNIT);
    if (score < 0 || unit < 0) {
      return table;
    }
    Map<String, List<Integer>> byUnit = new LinkedHashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      int index = row;
      table
          .rows()
          .get(row)
          .get(unit)
          .text()
          .ifPresent(u -> byUnit.computeIfAbsent(u, x -> new ArrayList<>()).add(index));
    }
    List<List<Entry>> rows = new ArrayList<>(table.rows());
    byUnit.forEach(
        (words, indices) ->
            smaller(words, smallest(rows, indices, score))
                .ifPresent(
                    scale -> {
                      for (int row : indices) {
                        List<Entry> entries = new ArrayList<>(rows.get(row));
                        entries.set(score, times(entries.get(score), scale.perBase()));
                        entries.set(unit, Entry.of(scale.unit()));
                        rows.set(row, entries);
                      }
                    }));
    return table.with(table.columns(), rows);
  }

  private static double smallest(List<List<Entry>> rows, List<Integer> indices, int score) {
    return indices.stream()
        .flatMap(row -> rows.get(row).get(score).figure().stream())
        .mapToDouble(figure -> Math.abs(figure.value()))
        .filter(value -> value > 0)
        .min()
        .orElse(1);
  }

  /** The largest unit that leaves no score below 1; empty where the score's own does. */
  private static Optional<Scale> smaller(String words, double smallest) {
    String unit = words.split(",", 2)[0];
    String rest = words.substring(unit.length());
    boolean time = unit.endsWith(PER_OPERATION);
    if (smallest >= 1 || !(time || unit.startsWith(OPERATIONS))) {
      return Optional.empty();
    }
    String own =
        time
            ? unit.substring(0, unit.length() - PER_OPERATION.length())
            : unit.substring(OPERATIONS.length());
    int at = FROM_SMALLEST.indexOf(own);
    Scale found = null;
    for (int i = at; at >= 0 && i >= 0 && i < FROM_SMALLEST.size(); i += time ? -1 : 1) {
      String other = FROM_SMALLEST.get(i);
      double ratio = TimeUnits.seconds(own).orElseThrow() / TimeUnits.seconds(other).orElseThrow();
      double factor = time ? ratio : 1 / ratio;
      found = new Scale((time ? other + PER_OPERATION : OPERATIONS + other) + rest, factor);
      if (smallest * factor >= 1) {
        break;
      }
    }
    return Optional.ofNullable(found);
  }

  private static Entry times(Entry entry, double factor) {
    return entry.figure().isEmpty()
        ? entry
        : new Entry(
            entry.text(),
            entry
                .figure()
                .map(f -> new Estimate(f.value() * factor, f.low() * factor, f.high() * factor)),
            entry.emphasis(),
            entry.notes());
  }
}
