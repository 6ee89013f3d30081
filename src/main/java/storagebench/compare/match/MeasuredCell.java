package storagebench.compare.match;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Identity;

/**
 * What one side measured of one cell. No {@link storagebench.results.Cell}, which puts runs
 * together and leaves out what does not fit: here forks are found by their round, and whatever does
 * not fit makes the sides not comparable.
 *
 * @param identity what was measured
 * @param forks the trials, by the round in which they ran; none where the files hold no raw data
 * @param files the file that each fork is from
 * @param units unit of each secondary metric, by name; all of them where runs differ
 */
public record MeasuredCell(
    Identity identity,
    SortedMap<Round, Fork> forks,
    SortedMap<Round, Path> files,
    Map<String, String> units) {
  private static final String SEPARATOR = ", ";

  public MeasuredCell {
    forks = Collections.unmodifiableSortedMap(new TreeMap<>(forks));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    units = Map.copyOf(units);
  }

  /** The same for the studies of reports, which know no rounds. */
  public Cell asCell() {
    return new Cell(identity, List.copyOf(forks.values()), List.of(), units);
  }

  /** The forks of both. */
  MeasuredCell plus(MeasuredCell other) {
    SortedMap<Round, Fork> all = new TreeMap<>(forks);
    other.forks.forEach(
        (round, fork) -> {
          if (all.putIfAbsent(round, fork) != null) {
            throw new UserError(
                "session "
                    + round.session()
                    + ": round "
                    + round.number()
                    + " is twice on one side; each run of a session needs rounds of its own");
          }
        });
    Map<String, String> both = new TreeMap<>(units);
    other.units.forEach((metric, unit) -> both.merge(metric, unit, MeasuredCell::joined));
    SortedMap<Round, Path> from = new TreeMap<>(files);
    from.putAll(other.files);
    return new MeasuredCell(identity, all, from, both);
  }

  private static String joined(String some, String others) {
    return Stream.of(some, others)
        .flatMap(units -> Stream.of(units.split(SEPARATOR)))
        .distinct()
        .sorted()
        .collect(Collectors.joining(SEPARATOR));
  }
}
