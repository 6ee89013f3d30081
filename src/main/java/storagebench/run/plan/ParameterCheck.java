package storagebench.run.plan;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import storagebench.UserError;
import storagebench.results.Params;
import storagebench.storage.CallDetailRecords;
import storagebench.storage.Indexes;
import storagebench.storage.VariantCheck;
import storagebench.storage.Workload;
import storagebench.workload.CopyFormat;

/** Refuses parameters before anything runs that JMH would only stumble over in a fork. */
final class ParameterCheck {
  private static final int MOST_ROWS = 10_000_000;

  private static final Map<String, Class<? extends Enum<?>>> ENUMS =
      Map.of(Params.FORMAT, CopyFormat.class);

  /** Nothing that could end the option in a statement. */
  private static final Pattern OPTION = Pattern.compile("\\w+(\\+\\w+)*");

  private static final Pattern STREAMS = Pattern.compile("\\d{1,6}");

  private static final Workload CDR = new CallDetailRecords();

  private final Map<String, Set<String>> defaults = new TreeMap<>();

  ParameterCheck(Collection<BenchmarkListEntry> benchmarks) {
    for (BenchmarkListEntry benchmark : benchmarks) {
      benchmark
          .getParams()
          .orElse(Map.of())
          .forEach(
              (name, values) ->
                  defaults
                      .computeIfAbsent(name, n -> new TreeSet<>())
                      .addAll(Arrays.asList(values)));
    }
  }

  /**
   * @param given names of the parameters on the command line
   * @throws UserError at the first parameter or value that no benchmark could run with
   */
  void check(CommandLineOptions options, Collection<String> given) {
    for (String name : given) {
      if (!defaults.containsKey(name)) {
        throw new UserError(
            "no selected benchmark has a parameter '"
                + name
                + "'; expected "
                + String.join(", ", defaults.keySet()));
      }
    }
    for (String name : defaults.keySet()) {
      Collection<String> values = options.getParameter(name).orElse(Set.of());
      if (values.stream().distinct().count() < values.size()) {
        throw new UserError("parameter " + name + " names a value twice: " + values);
      }
      values.forEach(value -> check(name, value));
    }
    Collection<String> workloads = options.getParameter(Params.WORKLOAD).orElse(Set.of());
    if (workloads.stream().allMatch(CDR.name()::equals)) {
      options.getParameter(Params.INDEXES).orElse(Set.of()).forEach(ParameterCheck::checkIndexes);
    }
  }

  /** Those of other workloads the server knows. */
  private static void checkIndexes(String value) {
    if (!new Indexes(value).isOf(CDR)) {
      throw new UserError(new Indexes(value).unlike(CDR));
    }
  }

  private static void check(String name, String value) {
    switch (name) {
      case Params.WORKLOAD:
        Workload.requireKnown(value);
        break;
      case Params.BATCH_SIZE:
        rows(name, value, 1);
        break;
      case Params.PRELOAD_ROWS:
        rows(name, value, 0);
        break;
      case Params.STREAMS:
        streams(value);
        break;
      case Params.VARIANT:
        VariantCheck.requireKnown(value);
        break;
      default:
        if (Params.OPTIONS.contains(name) && !OPTION.matcher(value).matches()) {
          throw new UserError(
              name
                  + " is '"
                  + value
                  + "'; expected a word or a number, of columns a list such as "
                  + "caller_number+callee_number, or none");
        }
        if (ENUMS.containsKey(name)) {
          Set<String> constants = new TreeSet<>();
          for (Enum<?> constant : ENUMS.get(name).getEnumConstants()) {
            constants.add(constant.name());
          }
          oneOf(name, value, constants);
        }
    }
  }

  private static void rows(String name, String value, int least) {
    try {
      int rows = Integer.parseInt(value);
      if (rows >= least && rows <= MOST_ROWS) {
        return;
      }
    } catch (NumberFormatException e) {
      // Told below, with the values that are right.
    }
    throw new UserError(
        String.format(
            Locale.ROOT, "%s is '%s'; expected %d to %d rows", name, value, least, MOST_ROWS));
  }

  private static void streams(String value) {
    if (!STREAMS.matcher(value).matches()) {
      throw new UserError(
          "streams is '" + value + "'; expected a number of URLs, or 0 for one for each primary");
    }
  }

  private static void oneOf(String name, String value, Set<String> expected) {
    if (!expected.contains(value)) {
      throw new UserError(
          name + " is '" + value + "'; expected " + String.join(", ", new TreeSet<>(expected)));
    }
  }
}
