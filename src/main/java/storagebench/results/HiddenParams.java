package storagebench.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides secrets in the parameters of one file. Cells that differ in nothing but a secret stay
 * apart: their values are numbered in the order in which they were read.
 */
final class HiddenParams {
  private final Map<String, List<String>> secrets = new HashMap<>();

  /** The value as it may be shown. */
  String hide(String name, String value) {
    String shown = Secrets.hide(name, value);
    if (shown.equals(value)) {
      return value;
    }
    List<String> known = secrets.computeIfAbsent(name + '=' + shown, s -> new ArrayList<>());
    if (!known.contains(value)) {
      known.add(value);
    }
    int number = known.indexOf(value) + 1;
    return number == 1 ? shown : shown + " (" + number + ")";
  }
}
