package storagebench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Fingerprint;
import storagebench.results.FingerprintPolicy;
import storagebench.results.Launches;

/** What keeps results that stand side by side from being alike, one line each. */
final class RunDifferences {
  /** More would not be read in a warning. */
  private static final int MOST_NAMED = 6;

  private RunDifferences() {}

  static List<String> warnings(Study study) {
    List<String> warnings = new ArrayList<>();
    SortedSet<String> facts = differing(study.fingerprints());
    if (!facts.isEmpty()) {
      warnings.add(
          "the runs differ in "
              + named(facts)
              + ": a row may hold forks, or two rows be compared, that were not measured alike; see"
              + " Fingerprint");
    }
    warnings.addAll(Launches.differences(study.cells()));
    units(study.cells())
        .forEach(
            (benchmark, units) -> {
              if (units.size() > 1) {
                warnings.add(
                    benchmark
                        + " has scores in "
                        + String.join(" and ", units)
                        + ": cells in one unit are not compared with those in another; measure with"
                        + " one -tu");
              }
            });
    return warnings;
  }

  private static SortedSet<String> differing(List<Fingerprint> runs) {
    SortedSet<String> differing = new TreeSet<>();
    for (Fingerprint run : runs) {
      FingerprintPolicy.LIKE_RUNS
          .between(runs.get(0), run)
          .forEach(difference -> differing.add(difference.field()));
    }
    return differing;
  }

  static String named(SortedSet<String> facts) {
    int more = facts.size() - MOST_NAMED;
    return String.join(", ", facts.stream().limit(MOST_NAMED).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** Units of the scores by benchmark and mode. */
  private static SortedMap<String, SortedSet<String>> units(List<Cell> cells) {
    SortedMap<String, SortedSet<String>> units = new TreeMap<>();
    for (Cell cell : cells) {
      String benchmark = cell.identity().benchmark() + " in mode " + cell.identity().mode();
      units.computeIfAbsent(benchmark, b -> new TreeSet<>()).add(cell.identity().unit());
    }
    return units;
  }
}
