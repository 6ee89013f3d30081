package storagebench.profile;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.results.ProfilerMetric;

/**
 * Counts samples and tells shares of the batches' time. A wait that an iteration does not show had
 * no share in it: waits seen before are then reported with 0, and later ones are right to be padded
 * with zeros by JMH.
 */
final class WaitShares {
  private static final String SHARE = "1";
  private static final String SEGMENT = "segment";

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, Integer> totals = new TreeMap<>();
  private final Map<String, Double> kinds = new TreeMap<>();
  private final Map<String, Double> beforeCommit = new TreeMap<>();
  private final Map<String, Integer> working = new TreeMap<>();
  private final Map<String, Set<String>> seen = new TreeMap<>();
  private int samples;

  /**
   * Counts a sample.
   *
   * @param rowsHere whether the instance stores rows
   * @param committing whether it was taken during the commit
   */
  void count(WaitSampler.Sample sample, boolean rowsHere, boolean committing) {
    for (Wait wait : sample.waits()) {
      counts
          .computeIfAbsent(sample.instance(), i -> new TreeMap<>())
          .merge(wait.label(), 1, Integer::sum);
      seen.computeIfAbsent(sample.instance(), i -> new TreeSet<>()).add(wait.label());
      totals.merge(sample.instance(), 1, Integer::sum);
      if (rowsHere) {
        samples++;
        kinds.merge(wait.knownKind(), 1.0, Double::sum);
        if (!committing) {
          beforeCommit.merge(wait.knownKind(), 1.0, Double::sum);
        }
        // A segment that waits for its coordinator has nothing to do.
        working.merge(sample.instance(), wait.knownKind().equals("client") ? 0 : 1, Integer::sum);
      }
    }
  }

  /** Adds the shares of the iteration and begins the next. */
  void report(Figures into) {
    totals.forEach(
        (instance, total) -> {
          for (String label : seen.get(instance)) {
            double count = counts.get(instance).getOrDefault(label, 0);
            into.add("wait." + instance + "." + label, count / total, SHARE);
          }
        });
    if (samples > 0) {
      for (String kind : Wait.KINDS) {
        into.add(ProfilerMetric.WAIT + kind, kinds.getOrDefault(kind, 0.0) / samples, SHARE);
        into.add(
            ProfilerMetric.WAIT_BEFORE_COMMIT + kind,
            beforeCommit.getOrDefault(kind, 0.0) / samples,
            SHARE);
      }
      into.add(ProfilerMetric.WAIT_SKEW, skew(), SHARE);
    }
    counts.values().forEach(Map::clear);
    totals.clear();
    kinds.clear();
    beforeCommit.clear();
    working.clear();
    samples = 0;
  }

  /** The busiest segment by the mean of all; NaN without segments. */
  private double skew() {
    return working.keySet().stream().allMatch(instance -> instance.startsWith(SEGMENT))
        ? Skew.of(working.values().stream().mapToDouble(Integer::doubleValue).toArray())
        : Double.NaN;
  }
}
