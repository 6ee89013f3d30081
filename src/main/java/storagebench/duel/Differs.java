package storagebench.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import storagebench.results.Params;
import storagebench.storage.Variant;

/**
 * The fields in which the sides of a duel differ on purpose, by the names that {@code compare}
 * uses.
 */
final class Differs {
  private Differs() {}

  static List<String> of(DuelSide baseline, DuelSide candidate) {
    List<String> fields = new ArrayList<>();
    if (!baseline.variant().equals(candidate.variant())) {
      fields.add(Params.VARIANT);
    }
    Variant before = baseline.definition();
    Variant after = candidate.definition();
    Params.OPTIONS.stream()
        .sorted()
        .filter(option -> !before.parameter(option).equals(after.parameter(option)))
        .forEach(fields::add);
    for (Variant variant : new TreeSet<>(List.of(before, after))) {
      if (!baseline.ddlFile().equals(candidate.ddlFile())) {
        fields.add("ddl." + variant);
      }
    }
    Map<String, String> set = baseline.settings();
    Map<String, String> others = candidate.settings();
    Set<String> names = new TreeSet<>(set.keySet());
    names.addAll(others.keySet());
    names.stream()
        .filter(name -> !set.getOrDefault(name, "").equals(others.getOrDefault(name, "")))
        .forEach(name -> fields.add("settings." + name));
    return fields;
  }
}
