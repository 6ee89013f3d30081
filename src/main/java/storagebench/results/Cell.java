package storagebench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One combination of benchmark and parameters with all its forks, from however many files.
 *
 * @param identity what was measured
 * @param forks the trials in the order they were read; empty where the files hold no raw data
 * @param launches how each of the merged results was run
 * @param units unit of each secondary metric, by name
 */
public record Cell(
    Identity identity, List<Fork> forks, List<Launch> launches, Map<String, String> units) {
  public Cell {
    forks = List.copyOf(forks);
    launches = List.copyOf(launches);
    units = Map.copyOf(units);
  }

  /** The forks of both under the identity of this one. */
  public Cell plus(Cell other) {
    Map<String, String> both = new TreeMap<>(other.units);
    both.putAll(units);
    return new Cell(identity, concat(forks, other.forks), concat(launches, other.launches), both);
  }

  /** The same forks under another identity. */
  public Cell as(Identity other) {
    return new Cell(other, forks, launches, units);
  }

  /** The forks as batches with rows and times; empty unless every fork has both. */
  public Optional<List<Batches>> batches() {
    List<Batches> all = new ArrayList<>(forks.size());
    for (Fork fork : forks) {
      Batches.of(fork, identity.unit()).ifPresent(all::add);
    }
    return all.isEmpty() || all.size() < forks.size() ? Optional.empty() : Optional.of(all);
  }

  /** The metric after the last iteration of each fork that has it. */
  public List<Double> last(Metric metric) {
    return forks.stream().flatMap(f -> f.last(metric).stream()).toList();
  }

  private static <T> List<T> concat(List<T> a, List<T> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }
}
