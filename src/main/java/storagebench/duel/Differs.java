package storagebench.duel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import storagebench.results.Params;
import storagebench.run.plan.PlannedCell;
import storagebench.storage.Variant;

/**
 * The fields in which the sides of a duel differ on purpose, by the names that {@code compare}
 * uses.
 */
final class Differs {
  private Differs() {}

  static List<String> of(DuelSide baseline, DuelSide candidate, List<PlannedCell> cells) {
    Set<String> fields = new LinkedHashSet<>();
    if (!baseline.variant().equals(candidate.variant())) {
      fields.add(Params.VARIANT);
    }
    for (PlannedCell cell : cells) {
      Variant before = baseline.definition(cell);
      Variant after = candidate.definition(cell);
      Params.OPTIONS.stream()
          .sorted()
          .filter(option -> !before.parameter(option).equals(after.parameter(option)))
          .forEach(fields::add);
      if (!baseline.ddlFile().equals(candidate.ddlFile())) {
        new TreeSet<>(List.of(before, after)).forEach(variant -> fields.add("ddl." + variant));
      }
    }
    fields.addAll(settings(baseline.settings(), candidate.settings()));
    return List.copyOf(fields);
  }

  private static List<String> settings(Map<String, String> set, Map<String, String> others) {
    Set<String> names = new TreeSet<>(set.keySet());
    names.addAll(others.keySet());
    return names.stream()
        .filter(name -> !set.getOrDefault(name, "").equals(others.getOrDefault(name, "")))
        .map(name -> "settings." + name)
        .toList();
  }
}
