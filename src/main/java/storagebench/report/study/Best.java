package storagebench.report.study;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.statistics.Estimate;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;

/** Which cells are the best of those they are compared with, beyond doubt. */
public final class Best {
  private Best() {}

  /** The cells whose interval lies above that of every other that differs only in the key. */
  public static Set<Identity> of(
      Study study, Key key, Function<Cell, Optional<RatioEstimate>> higherIsBetter) {
    Set<Identity> best = new HashSet<>();
    for (List<Cell> group : study.groupsBy(key).values()) {
      List<Optional<Estimate>> figures =
          group.stream().map(c -> higherIsBetter.apply(c).map(RatioEstimate::estimate)).toList();
      for (int i = 0; i < group.size(); i++) {
        if (isAboveAllOthers(figures, i)) {
          best.add(group.get(i).identity());
        }
      }
    }
    return best;
  }

  private static boolean isAboveAllOthers(List<Optional<Estimate>> figures, int i) {
    Optional<Estimate> mine = figures.get(i);
    return figures.size() > 1
        && mine.isPresent()
        && IntStream.range(0, figures.size())
            .filter(j -> j != i)
            .allMatch(j -> figures.get(j).filter(mine.get()::isAbove).isPresent());
  }

  /** The entry, standing out if its cell is among the best. */
  public static Entry mark(Set<Identity> best, Cell cell, Entry entry) {
    return best.contains(cell.identity()) ? entry.with(Emphasis.BEST) : entry;
  }
}
