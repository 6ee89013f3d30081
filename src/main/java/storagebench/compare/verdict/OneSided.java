package storagebench.compare.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.Count;
import storagebench.results.Identity;

/**
 * What only one side has, so that it could not be compared.
 *
 * @param cell the cell, as its side calls it
 * @param measure the metric that the other side lacks; empty if it lacks the whole cell
 */
public record OneSided(Identity cell, Optional<Measure> measure) {
  private static final int MOST_NAMES = 3;

  /** In a few words, such as {@code 1 cell and bytes.table of 2 cells}; empty if there is none. */
  public static String counted(List<OneSided> all) {
    List<OneSided> metrics = all.stream().filter(one -> one.measure.isPresent()).toList();
    return Stream.of(cells(all.size() - metrics.size()), metrics(metrics))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  private static String metrics(List<OneSided> metrics) {
    List<String> names =
        metrics.stream()
            .flatMap(one -> one.measure.stream())
            .map(Measure::name)
            .distinct()
            .toList();
    String cells = cells(metrics.stream().map(OneSided::cell).distinct().count());
    String named = names.size() > MOST_NAMES ? names.size() + " metrics" : String.join(", ", names);
    return names.isEmpty() ? "" : named + " of " + cells;
  }

  private static String cells(long count) {
    return count == 0 ? "" : Count.of(count, "cell");
  }
}
