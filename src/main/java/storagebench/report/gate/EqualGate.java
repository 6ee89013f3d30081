package storagebench.report.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.CellNames;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.results.Metric;

/**
 * Fails where the variants of a workload did not get the same rows.
 *
 * @param name what is asked
 * @param metric the metric whose final values must be the same set for every variant
 */
record EqualGate(String name, Metric metric) implements Gate {
  private static final String LIMIT = "fail if any differs";

  @Override
  public Finding check(Study study) {
    int checked = 0;
    int differing = 0;
    String where = "";
    for (Map.Entry<Identity, List<Cell>> group : study.groupsBy(Key.VARIANT).entrySet()) {
      List<Set<Double>> values =
          group.getValue().stream()
              .map(c -> (Set<Double>) new TreeSet<>(c.last(metric)))
              .filter(v -> !v.isEmpty())
              .toList();
      if (values.size() > 1) {
        checked++;
        if (values.stream().distinct().count() > 1) {
          differing++;
          where = where.isEmpty() ? CellNames.of(study, group.getKey()) : where;
        }
      }
    }
    Verdict verdict = differing > 0 ? Verdict.FAIL : Verdict.PASS;
    return checked == 0
        ? Finding.notMeasured(name, LIMIT, "no two variants of one workload have " + metric.label())
        : new Finding(name, differing, "workloads", LIMIT, verdict, where, checked);
  }
}
