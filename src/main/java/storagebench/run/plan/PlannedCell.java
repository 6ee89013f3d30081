package storagebench.run.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import storagebench.results.Params;

/**
 * One combination of benchmark and parameters. No {@link storagebench.results.Identity}: mode,
 * threads and unit are JMH's to say, and a cell that is measured in several modes becomes several
 * rows.
 *
 * @param benchmark full name, as JMH knows it
 * @param parameters name to value, ordered by name
 */
public record PlannedCell(
    @JsonProperty(value = "benchmark", required = true) String benchmark,
    @JsonProperty(value = "parameters", required = true) Map<String, String> parameters) {
  /** The number of rows decides most of a trial's time, so sizes have the largest weight. */
  private static final Set<String> SIZES = Set.of(Params.BATCH_SIZE, Params.PRELOAD_ROWS);

  private static final int SIZE_WEIGHT = 10;

  public PlannedCell(String benchmark, Map<String, String> parameters) {
    this.benchmark = benchmark;
    this.parameters = new TreeMap<>(parameters);
    // Cells from before there was a choice do not have it; both are the same cell.
    this.parameters.remove(Params.WORKLOAD, Params.CALL_DETAIL_RECORDS);
  }

  /** Names of the workloads of cells. */
  public static SortedSet<String> workloads(Collection<PlannedCell> cells) {
    return cells.stream().map(PlannedCell::workload).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where its rows come from. */
  public String workload() {
    return parameters.getOrDefault(Params.WORKLOAD, Params.CALL_DETAIL_RECORDS);
  }

  /** The cell without its variant: equal for cells that differ in nothing else. */
  public PlannedCell withoutVariant() {
    Map<String, String> others = new TreeMap<>(parameters);
    others.remove(Params.VARIANT);
    return new PlannedCell(benchmark, others);
  }

  /** Whether a trial of both has as many rows, as far as parameters decide that. */
  public boolean isOfSizeOf(PlannedCell other) {
    return SIZES.stream()
        .allMatch(size -> Objects.equals(parameters.get(size), other.parameters.get(size)));
  }

  /** How similar another cell is, in the parameters that decide the time of a trial. */
  public int inCommon(PlannedCell other) {
    return (benchmark.equals(other.benchmark) ? SIZE_WEIGHT : 0)
        + parameters.entrySet().stream()
            .filter(own -> own.getValue().equals(other.parameters.get(own.getKey())))
            .mapToInt(own -> SIZES.contains(own.getKey()) ? SIZE_WEIGHT : 1)
            .sum();
  }

  /** The benchmark's method, which is how people call it. */
  String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  @Override
  public String toString() {
    return method()
        + parameters.entrySet().stream()
            .map(p -> " " + p.getKey() + "=" + p.getValue())
            .collect(Collectors.joining());
  }
}
