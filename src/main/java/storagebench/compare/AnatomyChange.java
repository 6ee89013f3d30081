package storagebench.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.match.Pair;
import storagebench.report.study.Anatomy;
import storagebench.report.study.Spent;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Metric.Direction;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * A part of the time of a row on both sides, for cells that profilers looked at. It is for reading
 * beside the verdicts and is not tested.
 *
 * @param identity the cell
 * @param part which part, such as {@code commit}
 * @param baseline seconds a row; 0 for a wait that was not seen, NaN for what was not taken
 * @param candidate the same of the candidate
 */
public record AnatomyChange(Identity identity, String part, double baseline, double candidate) {
  /** A part that is less than this share of a row's time on both sides is not worth a line. */
  private static final double NEGLIGIBLE = 0.001;

  private static final String TIME = "time";
  private static final String WAITING = "waiting: ";

  /** The parts of a pair of cells; none unless both were profiled. */
  static List<AnatomyChange> of(Pair pair) {
    Map<String, Double> before = parts(pair.baseline());
    Map<String, Double> after = parts(pair.candidate());
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Set<String> parts = new LinkedHashSet<>(before.keySet());
    parts.addAll(after.keySet());
    double least = NEGLIGIBLE * before.get(TIME);
    return parts.stream()
        .map(
            part ->
                new AnatomyChange(
                    pair.identity(), part, seconds(before, part), seconds(after, part)))
        .filter(change -> !(Math.max(change.baseline, change.candidate) < least))
        .toList();
  }

  private static Map<String, Double> parts(MeasuredCell side) {
    Cell cell = side.asCell();
    Map<String, Double> parts = new LinkedHashMap<>();
    Anatomy.of(cell)
        .ifPresent(
            anatomy -> {
              parts.put(TIME, anatomy.whole());
              anatomy.planning().ifPresent(seconds -> parts.put("planning", seconds));
              parts.put("execution", anatomy.execution());
              anatomy.waiting().forEach((kind, s) -> parts.put(waiting(kind), s));
              anatomy.commit().ifPresent(seconds -> parts.put("commit", seconds));
              Spent.cpuSecondsPerRow(cell)
                  .map(RatioEstimate::value)
                  .ifPresent(seconds -> parts.put("CPU", seconds));
            });
    return parts;
  }

  /** Who looked for waits and did not see one of a kind had none of it. */
  private static double seconds(Map<String, Double> parts, String part) {
    boolean looked = parts.keySet().stream().anyMatch(name -> name.startsWith(WAITING));
    return parts.getOrDefault(part, part.startsWith(WAITING) && looked ? 0 : Double.NaN);
  }

  private static String waiting(String kind) {
    return WAITING + kind.replace('_', ' ');
  }

  /** The table; nothing where no cell was profiled on both sides. */
  static Optional<Table> table(List<AnatomyChange> changes) {
    return new TableBuilder<AnatomyChange>(
            "anatomy",
            "Anatomy of both sides",
            "Where the time of a row goes, by the profilers of both sides: its parts add up to the"
                + " time, execution is what is left, CPU is that of all processes at once. For"
                + " reading beside the verdicts; nothing here is tested.")
        .keys(VerdictTable.keys(changes.stream().map(AnatomyChange::identity)), c -> c.identity)
        .add(Column.ofLabel("part", "part"), c -> Entry.of(c.part))
        .add(time("baseline"), c -> Entry.of(c.baseline))
        .add(time("candidate"), c -> Entry.of(c.candidate))
        .add(time("difference"), c -> Entry.of(c.candidate - c.baseline))
        .buildUnlessEmpty(changes);
  }

  private static Column time(String name) {
    return Column.of(name + "_s_per_row", name, Quantity.TIME_PER_ROW, Direction.LOWER_IS_BETTER);
  }
}
