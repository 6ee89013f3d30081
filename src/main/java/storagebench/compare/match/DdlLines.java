package storagebench.compare.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;

/**
 * Shows a difference of DDL by the lines that differ, and not by the hashes of the whole.
 *
 * @param byHash the statements of every hash of which they were recorded
 */
record DdlLines(Map<String, String> byHash) {
  private static final String DDL = "ddl.";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private static final Pattern WORDS = Pattern.compile("[\\s,();|]+");
  private static final Pattern OPTION = Pattern.compile("[\\w.]+=.+");

  /** Characters of a hash that tell it from others. */
  private static final int ENOUGH = 8;

  /** What these runs recorded. */
  static DdlLines of(List<Fingerprint> runs) {
    Map<String, String> byHash = new TreeMap<>();
    for (Fingerprint run : runs) {
      run.statements()
          .forEach(
              (name, text) -> {
                String hash = run.facts().get(DDL + name);
                if (hash != null) {
                  byHash.put(hash, text);
                }
              });
    }
    return new DdlLines(byHash);
  }

  /**
   * The difference with the options, or else the lines, that only one side has, where both are
   * known.
   */
  Difference shown(Difference difference) {
    if (!difference.field().startsWith(DDL)) {
      return difference;
    }
    String before = byHash.get(difference.baseline());
    String after = byHash.get(difference.candidate());
    if (before == null || after == null) {
      return new Difference(
          difference.field(), shortened(difference.baseline()), shortened(difference.candidate()));
    }
    String gone = linesOnlyIn(before, after);
    String come = linesOnlyIn(after, before);
    List<String> options = optionsOnlyIn(gone, come);
    List<String> others = optionsOnlyIn(come, gone);
    if (!options.isEmpty() && !others.isEmpty()) {
      return new Difference(
          difference.field(), String.join(", ", options), String.join(", ", others));
    }
    return gone.isEmpty() && come.isEmpty()
        ? new Difference(difference.field(), "its lines", "the same in another order")
        : new Difference(difference.field(), orNothing(gone), orNothing(come));
  }

  /** Such as {@code compresslevel=5}; none where something else than options differs. */
  private static List<String> optionsOnlyIn(String text, String other) {
    List<String> rest = new ArrayList<>(words(other));
    List<String> words = words(text).stream().filter(word -> !rest.remove(word)).toList();
    return words.stream().allMatch(word -> OPTION.matcher(word).matches()) ? words : List.of();
  }

  private static List<String> words(String text) {
    return List.of(WORDS.split(text.replaceAll("\\s*=\\s*", "=")));
  }

  private static String linesOnlyIn(String text, String other) {
    List<String> rest = new ArrayList<>(lines(other));
    return lines(text).stream()
        .filter(line -> !rest.remove(line))
        .collect(Collectors.joining(" | "));
  }

  private static List<String> lines(String text) {
    return text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
  }

  private static String orNothing(String lines) {
    return lines.isEmpty() ? "nothing" : lines;
  }

  /** Nobody reads a hash to its end. */
  private static String shortened(String values) {
    return HASH.matcher(values).replaceAll(hash -> hash.group().substring(0, ENOUGH) + "…");
  }
}
