package storagebench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import storagebench.statistics.RatioEstimate;

/**
 * One combination of benchmark and parameters with all its forks, from however many files. Two
 * cells are equal only if they are the same one; {@link #identity()} tells what belongs together.
 */
public final class Cell {
  private final Identity identity;
  private final List<Fork> forks;
  private final List<Launch> launches;
  private final Map<String, String> units;

  /** Kept, because nearly every figure of a report is made from them. */
  private final Optional<List<Batches>> batches;

  private final Optional<RatioEstimate> rate;

  /**
   * @param identity what was measured
   * @param forks the trials in the order they were read; empty where the files hold no raw data
   * @param launches how each of the merged results was run
   * @param units unit of each secondary metric, by name
   */
  public Cell(
      Identity identity, List<Fork> forks, List<Launch> launches, Map<String, String> units) {
    this.identity = identity;
    this.forks = List.copyOf(forks);
    this.launches = List.copyOf(launches);
    this.units = Map.copyOf(units);
    this.batches = batches(forks, identity.unit());
    this.rate = batches.map(RowRate::of);
  }

  /** The cells in the order of their identities. */
  public static List<Cell> inOrder(List<Cell> cells) {
    return cells.stream().sorted((a, b) -> a.identity.compareTo(b.identity)).toList();
  }

  /** What was measured. */
  public Identity identity() {
    return identity;
  }

  /** The trials in the order they were read; empty where the files hold no raw data. */
  public List<Fork> forks() {
    return forks;
  }

  /** How each of the merged results was run. */
  public List<Launch> launches() {
    return launches;
  }

  /** Unit of each secondary metric, by name. */
  public Map<String, String> units() {
    return units;
  }

  /** The forks as batches with rows and times; empty unless every fork has both. */
  public Optional<List<Batches>> batches() {
    return batches;
  }

  /** Rows a second: all rows of all forks by all their time; empty where there are no batches. */
  public Optional<RatioEstimate> rate() {
    return rate;
  }

  /** The metric after the last iteration of each fork that has it. */
  public List<Double> last(Metric metric) {
    return forks.stream().flatMap(f -> f.last(metric).stream()).toList();
  }

  /**
   * The forks of both under the identity of this one; those of the other without what they have in
   * another unit, see {@link #inAnotherUnit}.
   */
  public Cell plus(Cell other) {
    Map<String, String> both = new TreeMap<>(other.units);
    both.putAll(units);
    int places = forks.size() + emptyForks();
    Set<String> unlike = inAnotherUnit(other);
    List<Fork> behind =
        other.forks.stream().map(fork -> fork.behind(places).without(unlike)).toList();
    return new Cell(identity, concat(forks, behind), concat(launches, other.launches), both);
  }

  /** Secondary metrics that both have, the other one in another unit. */
  Set<String> inAnotherUnit(Cell other) {
    Set<String> unlike = new TreeSet<>();
    other.units.forEach(
        (metric, unit) -> {
          if (!unit.equals(units.getOrDefault(metric, unit))) {
            unlike.add(metric);
          }
        });
    return unlike;
  }

  /** Forks that measured nothing. */
  int emptyForks() {
    return launches.stream().mapToInt(Launch::emptyForks).sum();
  }

  /** The same forks under another identity. */
  public Cell as(Identity other) {
    return new Cell(other, forks, launches, units);
  }

  /** The same as it was after so many forks. */
  Cell after(int trials) {
    return new Cell(identity, forks.subList(0, Math.min(trials, forks.size())), launches, units);
  }

  private static Optional<List<Batches>> batches(List<Fork> forks, String unit) {
    List<Batches> all = new ArrayList<>(forks.size());
    for (Fork fork : forks) {
      Batches.of(fork, unit).ifPresent(all::add);
    }
    return all.isEmpty() || all.size() < forks.size()
        ? Optional.empty()
        : Optional.of(List.copyOf(all));
  }

  private static <T> List<T> concat(List<T> a, List<T> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }
}
