package storagebench.report.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import storagebench.results.Fingerprint;

/**
 * What somebody typed to start a run, as its fingerprint keeps it.
 *
 * @param words the arguments of {@code benchmarks.jar}; empty if the fingerprint has none
 */
record TypedCommand(List<String> words) {
  /** The name of the fact. */
  static final String NAME = "command";

  /** JMH takes the value behind it or attached to it. */
  private static final String PROFILER = "-prof";

  private static final Pattern WORD = Pattern.compile(NAME + "\\.\\d{1,6}");

  static TypedCommand of(Fingerprint fingerprint) {
    return new TypedCommand(
        fingerprint.facts().entrySet().stream()
            .filter(fact -> isWord(fact.getKey()))
            .sorted(Comparator.comparingInt(fact -> position(fact.getKey())))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** Whether the fact of that name is one word of a command. */
  static boolean isWord(String fact) {
    return WORD.matcher(fact).matches();
  }

  /** The options that name profilers, each with its value. */
  List<String> profilers() {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(PROFILER) && i + 1 < words.size()) {
        options.addAll(List.of(PROFILER, words.get(++i)));
      } else if (words.get(i).startsWith(PROFILER) && !words.get(i).equals(PROFILER)) {
        options.add(words.get(i));
      }
    }
    return options;
  }

  private static int position(String fact) {
    return Integer.parseInt(fact.substring(NAME.length() + 1));
  }

  /**
   * The seed by which the run's random order can be repeated; empty if its order was fixed or it
   * was a duel, whose order is another.
   */
  Optional<String> seed(Fingerprint fingerprint) {
    int order = words.indexOf("--order");
    boolean fixed =
        words.contains("--order=fixed")
            || (order >= 0 && words.subList(order, words.size()).indexOf("fixed") == 1);
    boolean duel = !words.isEmpty() && words.get(0).equals("duel");
    return fixed || duel
        ? Optional.empty()
        : Optional.ofNullable(fingerprint.facts().get("order")).filter(s -> s.matches("-?\\d+"));
  }
}
