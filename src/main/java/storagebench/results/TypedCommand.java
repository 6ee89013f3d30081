package storagebench.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The command line that started a run, as its fingerprint keeps it.
 *
 * @param words the arguments of {@code benchmarks.jar}, without secrets; empty if the fingerprint
 *     has none
 */
public record TypedCommand(List<String> words) {
  /** The name of the fact. */
  public static final String NAME = "command";

  private static final Pattern WORD = Pattern.compile(NAME + "\\.\\d{1,6}");
  private static final String SEED = "--seed";

  /** The command of a run. */
  public static TypedCommand of(Fingerprint fingerprint) {
    return new TypedCommand(
        Secrets.hide(
            fingerprint.facts().entrySet().stream()
                .filter(fact -> isWord(fact.getKey()))
                .sorted(Comparator.comparingInt(fact -> position(fact.getKey())))
                .map(Map.Entry::getValue)
                .toList()));
  }

  /** Whether the fact of that name is one word of a command. */
  public static boolean isWord(String fact) {
    return WORD.matcher(fact).matches();
  }

  /**
   * The whole line that repeats the run, in the same random order; {@code --seed} of a stream is
   * that of its rows.
   */
  public String toRepeat(Fingerprint fingerprint) {
    List<String> line = new ArrayList<>(List.of("java", "-jar", "benchmarks.jar"));
    line.addAll(words);
    String order = fingerprint.facts().getOrDefault("order", "");
    boolean seeded = words.stream().anyMatch(word -> word.split("=")[0].equals(SEED));
    if (!seeded && !words.get(0).equals("stream") && order.matches("-?\\d+")) {
      line.addAll(List.of(SEED, order));
    }
    return ShellWords.line(line);
  }

  private static int position(String fact) {
    return Integer.parseInt(fact.substring(NAME.length() + 1));
  }
}
