package storagebench.report.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import storagebench.results.Params;

/** The options by which {@code stream} measures cells: it is no benchmark of JMH. */
final class StreamCommandOptions {
  /** What its results name as the benchmark. */
  static final String BENCHMARK = "storagebench.stream.day";

  private static final String PHASE = Params.INDEXES;
  private static final Map<String, String> BY_PARAM =
      Map.of(
          "batches",
          "--batches",
          "ingest",
          "--method",
          "partitions",
          "--partitions",
          "scale",
          "--scale",
          Params.VARIANT,
          "--variants");

  private StreamCommandOptions() {}

  /** The command and its options, from the values of each parameter. */
  static List<String> of(Map<String, SortedSet<String>> params) {
    List<String> words = new ArrayList<>(List.of("stream"));
    params.forEach(
        (name, values) -> {
          if (name.equals(PHASE)) {
            words.addAll(List.of("--phase", phase(values)));
          } else if (BY_PARAM.containsKey(name)) {
            words.addAll(List.of(BY_PARAM.get(name), String.join(",", values)));
          }
        });
    return words;
  }

  private static String phase(Set<String> indexes) {
    return indexes.size() > 1 ? "both" : indexes.contains("true") ? "2" : "1";
  }
}
