package storagebench.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import storagebench.report.table.Entry;
import storagebench.report.table.Entry.Emphasis;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.statistics.RatioEstimate;

/** Which cells are the best of those they are compared with, beyond doubt. */
public final class Best {
  private Best() {}

  /** The cells whose interval lies above that of every other that differs only in the key. */
  public static Set<Identity> of(
      Study study, Key key, Function<Cell, Optional<RatioEstimate>> higherIsBetter) {
    Set<Identity> best = new HashSet<>();
    for (Collection<Cell> group : study.groupsBy(key).values()) {
      for (Cell cell : group) {
        List<Cell> others = group.stream().filter(c -> c != cell).toList();
        if (!others.isEmpty()
            && others.stream()
                .allMatch(
                    other -> isAbove(higherIsBetter.apply(cell), higherIsBetter.apply(other)))) {
          best.add(cell.identity());
        }
      }
    }
    return best;
  }

  /** The entry, standing out if its cell is among the best. */
  public static Entry mark(Set<Identity> best, Cell cell, Entry entry) {
    return best.contains(cell.identity()) ? entry.with(Emphasis.BEST) : entry;
  }

  private static boolean isAbove(Optional<RatioEstimate> a, Optional<RatioEstimate> b) {
    return a.isPresent() && b.isPresent() && a.get().estimate().isAbove(b.get().estimate());
  }
}
