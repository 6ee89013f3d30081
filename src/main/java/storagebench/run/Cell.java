package storagebench.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One combination of benchmark and parameters.
 *
 * @param benchmark full name, as JMH knows it
 * @param parameters name to value, ordered by name
 */
public record Cell(String benchmark, Map<String, String> parameters) {
  /** Name of the parameter that holds the storage variant. */
  public static final String VARIANT = "variant";

  public Cell(String benchmark, Map<String, String> parameters) {
    this.benchmark = benchmark;
    this.parameters = new TreeMap<>(parameters);
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
