package storagebench.run.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import storagebench.results.Params;

/**
 * One combination of benchmark and parameters.
 *
 * @param benchmark full name, as JMH knows it
 * @param parameters name to value, ordered by name
 */
public record PlannedCell(
    @JsonProperty(value = "benchmark", required = true) String benchmark,
    @JsonProperty(value = "parameters", required = true) Map<String, String> parameters) {
  /** Most of a trial's time is made of its rows, so sizes count before everything else. */
  private static final Set<String> SIZES = Set.of(Params.BATCH_SIZE, Params.PRELOAD_ROWS);

  private static final int SIZE_WEIGHT = 10;

  public PlannedCell(String benchmark, Map<String, String> parameters) {
    this.benchmark = benchmark;
    this.parameters = new TreeMap<>(parameters);
  }

  /** What it has in common with the cells that differ from it in the variant alone. */
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

  /** How much of what decides the time of a trial another cell has in common with this one. */
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
