package storagebench.run.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import storagebench.UserError;
import storagebench.results.Fingerprint;
import storagebench.results.RunFolder;

/**
 * Checks that a run is resumed on the server where it began. Every fact of the fingerprint must be
 * equal, except the command line. For a server that the suite starts itself the address may differ.
 */
public final class SameServerCheck {
  private static final Set<String> OF_THE_COMMAND = Set.of("command", "order");
  private static final Pattern ADDRESS = Pattern.compile("target|server\\.segments\\.\\d+\\.host");

  private SameServerCheck() {}

  /**
   * Compares.
   *
   * @param folder the run's
   * @param now the fingerprint as it is today
   * @param startedBySuite whether the server was started for this run
   * @throws UserError at the first difference
   */
  public static void check(Path folder, byte[] now, boolean startedBySuite) {
    Fingerprint before =
        Fingerprint.beside(folder.resolve(RunFolder.RESULTS))
            .orElseThrow(
                () ->
                    new UserError(
                        folder.resolve(RunFolder.FINGERPRINT)
                            + ": no such file, so nobody knows what the run was measured on; begin"
                            + " anew"));
    SortedMap<String, String> then = facts(before, startedBySuite);
    SortedMap<String, String> today = facts(Fingerprint.of("", now), startedBySuite);
    Set<String> names = new TreeSet<>(then.keySet());
    names.addAll(today.keySet());
    List<String> different =
        names.stream()
            .filter(name -> !then.getOrDefault(name, "").equals(today.getOrDefault(name, "")))
            .toList();
    if (!different.isEmpty()) {
      throw new UserError(refusal(folder, different, then, today));
    }
  }

  private static String refusal(
      Path folder,
      List<String> different,
      SortedMap<String, String> then,
      SortedMap<String, String> today) {
    String first = different.get(0);
    return folder
        + " was measured on something else: "
        + first
        + " was '"
        + then.getOrDefault(first, "")
        + "' and is '"
        + today.getOrDefault(first, "")
        + "'"
        + (different.size() > 1 ? ", and " + (different.size() - 1) + " more facts differ" : "")
        + "; restore that, or begin a new run";
  }

  private static SortedMap<String, String> facts(Fingerprint fingerprint, boolean startedBySuite) {
    SortedMap<String, String> facts = new TreeMap<>(fingerprint.facts());
    facts.keySet().removeIf(name -> OF_THE_COMMAND.contains(name.split("\\.")[0]));
    if (startedBySuite) {
      facts.keySet().removeIf(name -> ADDRESS.matcher(name).matches());
    }
    return facts;
  }
}
