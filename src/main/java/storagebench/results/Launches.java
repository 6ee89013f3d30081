package storagebench.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the results of a benchmark were measured alike, by what JMH's JSON says: the JDK, its
 * arguments, the time and number of iterations. Cells of one benchmark have the same annotations,
 * so that they differ only if somebody asked for it.
 */
public final class Launches {
  /** The suite hands things over to its forks by such arguments. */
  private static final String HANDED_OVER = "-Dstoragebench.";

  /** More would not be read in a warning. */
  private static final int MOST_VALUES = 3;

  private Launches() {}

  /** One line for all benchmarks that differ in the same. */
  public static List<String> differences(Collection<Cell> cells) {
    Map<String, List<Launch>> byBenchmark = new TreeMap<>();
    for (Cell cell : cells) {
      String benchmark = cell.identity().benchmark() + " in mode " + cell.identity().mode();
      byBenchmark.computeIfAbsent(benchmark, b -> new ArrayList<>()).addAll(cell.launches());
    }
    Map<String, List<String>> byDifferences = new LinkedHashMap<>();
    byBenchmark.forEach(
        (benchmark, launches) ->
            byDifferences
                .computeIfAbsent(difference(launches), d -> new ArrayList<>())
                .add(benchmark));
    byDifferences.remove("");
    return byDifferences.entrySet().stream()
        .map(e -> named(e.getValue()) + " not measured alike: " + e.getKey())
        .toList();
  }

  private static String named(List<String> benchmarks) {
    int more = benchmarks.size() - 1;
    return benchmarks.get(0)
        + (more == 0 ? " was" : " and " + more + (more == 1 ? " other were" : " others were"));
  }

  /** Such as {@code jdkVersion 11.0.18 and 17.0.6}; empty if there is none. */
  private static String difference(List<Launch> launches) {
    Map<String, SortedSet<String>> values = new LinkedHashMap<>();
    for (Launch launch : launches) {
      facts(launch)
          .forEach((name, value) -> values.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
    }
    return values.entrySet().stream()
        .filter(fact -> fact.getValue().size() > 1)
        .map(fact -> fact.getKey() + " " + words(fact.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String words(SortedSet<String> values) {
    int more = values.size() - MOST_VALUES;
    return values.stream().limit(MOST_VALUES).collect(Collectors.joining(" and "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** What is recorded, by JMH's names. */
  private static Map<String, String> facts(Launch launch) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("jdkVersion", launch.jdkVersion());
    facts.put("vmName, vmVersion", launch.vm());
    facts.put("jvmArgs", jvmArgs(launch));
    facts.put("warmupIterations", number(launch.warmupIterations()));
    facts.put("warmupTime", launch.warmupTime());
    facts.put("warmupBatchSize", number(launch.warmupBatchSize()));
    facts.put("measurementIterations", number(launch.measurementIterations()));
    facts.put("measurementTime", launch.measurementTime());
    facts.put("measurementBatchSize", number(launch.measurementBatchSize()));
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static String jvmArgs(Launch launch) {
    String args =
        launch.jvmArgs().stream()
            .filter(argument -> !argument.startsWith(HANDED_OVER))
            .collect(Collectors.joining(" "));
    return args.isEmpty() ? "none" : args;
  }

  /** Empty where it was not recorded. */
  private static String number(int number) {
    return number > 0 ? Integer.toString(number) : "";
  }
}
