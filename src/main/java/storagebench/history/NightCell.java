package storagebench.history;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.results.Identity;

/**
 * What is kept of a cell.
 *
 * @param identity what was measured
 * @param work the rows that every fork took, and their checksum, by name; what has to be equal for
 *     two nights to be comparable
 * @param figures by name of the metric
 */
public record NightCell(
    Identity identity, SortedMap<String, String> work, SortedMap<String, NightFigure> figures) {
  public NightCell {
    work = Collections.unmodifiableSortedMap(new TreeMap<>(work));
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }
}
