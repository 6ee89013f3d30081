package storagebench.compare.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import storagebench.UserError;
import storagebench.compare.match.BuildRuns;
import storagebench.compare.match.Matching;
import storagebench.compare.match.Pair;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.MeasureNames;
import storagebench.results.Fingerprint;
import storagebench.statistics.Quantiles;

/**
 * Measures the noise floor of machines from runs of one build: every pair of runs of a machine is
 * compared cell by cell, and the 95 % quantile of the absolute log ratios is the floor. It holds
 * what forks of one run share and no test within a run can see, such as the layout of the disk.
 */
public final class Calibration {
  private Calibration() {}

  /**
   * The floors by machine and name of the metric.
   *
   * @param runs each as a whole: a session of rounds is one run, or its floor would be that of
   *     single forks
   * @param measures metrics, or names with {@code *} that stand for all that the runs have
   * @throws UserError if no machine has two runs, or the runs are not of one build, not comparable
   *     or without these metrics
   */
  public static SortedMap<String, SortedMap<String, NoiseFloor>> of(
      List<BuildRuns> runs, List<Measure> measures) {
    requireOneBuild(runs);
    Map<String, List<BuildRuns>> machines =
        runs.stream()
            .collect(Collectors.groupingBy(Machine::ofRounds, TreeMap::new, Collectors.toList()));
    SortedMap<String, SortedMap<String, NoiseFloor>> floors = new TreeMap<>();
    machines.forEach(
        (machine, ofMachine) -> {
          if (ofMachine.size() > 1) {
            floors.put(machine, floors(ofMachine, measures));
          }
        });
    if (floors.isEmpty()) {
      throw new UserError(
          "at least two runs of one machine are needed to see how far they differ, each an argument"
              + " of its own");
    }
    return floors;
  }

  private static SortedMap<String, NoiseFloor> floors(
      List<BuildRuns> runs, List<Measure> measures) {
    Map<Measure, List<Double>> distances = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      for (int k = i + 1; k < runs.size(); k++) {
        add(distances, measures, runs.get(i), runs.get(k));
      }
    }
    SortedMap<String, NoiseFloor> floors = new TreeMap<>();
    distances.forEach(
        (measure, logs) ->
            floors.put(measure.name(), new NoiseFloor(floor(logs), logs.size(), runs.size())));
    if (floors.isEmpty()) {
      throw new UserError(
          "the runs have no cell with one of these metrics in common; calibrate with runs of one"
              + " command");
    }
    return floors;
  }

  private static void add(
      Map<Measure, List<Double>> distances,
      List<Measure> measures,
      BuildRuns one,
      BuildRuns other) {
    if (one.sharedWith(other) > 0) {
      throw new UserError(
          one.name() + " and " + other.name() + " hold the same measurements; give each run once");
    }
    Matching matching = Matching.of(one, other, List.of(), Set.of());
    List<Measure> meant =
        measures.stream()
            .flatMap(m -> MeasureNames.among(m, matching.units()).stream())
            .distinct()
            .toList();
    for (Pair pair : matching.pairs()) {
      if (!pair.comparable()) {
        throw new UserError(
            one.name()
                + " and "
                + other.name()
                + " are not comparable: "
                + pair.differences().get(0));
      }
      for (Measure measure : meant) {
        Optional<Double> log = Contrast.of(pair, measure).map(Contrast::logRatio);
        log.filter(Double::isFinite)
            .ifPresent(
                l -> distances.computeIfAbsent(measure, m -> new ArrayList<>()).add(Math.abs(l)));
      }
    }
  }

  private static double floor(List<Double> logs) {
    double[] distances = logs.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(distances);
    return Math.expm1(Quantiles.of(distances, NoiseFloor.QUANTILE));
  }

  private static void requireOneBuild(List<BuildRuns> runs) {
    Set<String> versions =
        Fingerprint.values(
            "server.version", runs.stream().flatMap(run -> run.fingerprints().stream()).toList());
    if (versions.size() > 1) {
      throw new UserError("calibrate needs runs of one build, these are of " + versions.size());
    }
  }
}
