package storagebench.report.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.CellNames;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Fork.Turn;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.results.Metric;

/**
 * Fails where the variants of a workload did not get the same rows: in one run, or, where no run
 * has two of them, in all. Warns where it is not known of a variant.
 *
 * @param name what is asked
 * @param metric the metric whose final values must be the same set for every variant
 */
record EqualGate(String name, Metric metric) implements Gate {
  private static final String LIMIT = "fail if any differs";

  @Override
  public boolean applies(Study study) {
    return study.variants().size() > 1;
  }

  @Override
  public Finding check(Study study) {
    int checked = 0;
    int differing = 0;
    String where = "";
    SortedSet<String> unknown = new TreeSet<>();
    for (Map.Entry<Identity, List<Cell>> group : study.groupsBy(Key.VARIANT).entrySet()) {
      Collection<List<Set<Double>>> comparable = comparable(group.getValue());
      if (!comparable.isEmpty()) {
        checked++;
        group.getValue().stream()
            .filter(c -> c.last(metric).isEmpty())
            .forEach(c -> unknown.add(Key.VARIANT.of(c.identity()).orElseThrow()));
        if (comparable.stream().anyMatch(values -> values.stream().distinct().count() > 1)) {
          differing++;
          where = where.isEmpty() ? CellNames.of(study, group.getKey()) : where;
        }
      }
    }
    if (checked == 0) {
      return Finding.notMeasured(
          name, LIMIT, "no two variants of one setting have " + metric.label());
    }
    return differing == 0 && !unknown.isEmpty()
        ? finding(0, Verdict.WARN, "not known of " + String.join(", ", unknown), checked)
        : finding(differing, differing > 0 ? Verdict.FAIL : Verdict.PASS, where, checked);
  }

  private Finding finding(int differing, Verdict verdict, String where, int checked) {
    return new Finding(name, differing, "settings", LIMIT, verdict, where, checked);
  }

  /** The values of two or more variants, run by run; runs may be of different lengths. */
  private Collection<List<Set<Double>>> comparable(List<Cell> variants) {
    Map<Optional<Path>, List<Set<Double>>> byRun = new HashMap<>();
    List<Set<Double>> all = new ArrayList<>();
    for (Cell variant : variants) {
      Map<Optional<Path>, Set<Double>> values = new HashMap<>();
      for (Fork fork : variant.forks()) {
        fork.last(metric)
            .ifPresent(
                last ->
                    values
                        .computeIfAbsent(fork.turn().map(Turn::run), run -> new TreeSet<>())
                        .add(last));
      }
      values.forEach((run, v) -> byRun.computeIfAbsent(run, r -> new ArrayList<>()).add(v));
      if (!values.isEmpty()) {
        all.add(new TreeSet<>(variant.last(metric)));
      }
    }
    byRun.values().removeIf(values -> values.size() < 2);
    return byRun.isEmpty() && all.size() > 1 ? List.of(all) : byRun.values();
  }
}
