package storagebench.report.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.ProfilerMetric;

/**
 * A wait event, and the share of the batches' time in which inserting sessions had it.
 *
 * @param where coordinator or server; segments for all of them
 * @param event class and event, such as {@code io.data_file_extend}; {@code cpu} for none
 * @param share 0 to 1: mean of the instances and of the forks that looked
 */
public record Waiting(String where, String event, double share) {
  private static final Pattern LABEL =
      Pattern.compile(
          Pattern.quote(ProfilerMetric.WAIT) + "((coordinator|server|segment)\\d*)\\.(.+)");

  private static final String SEGMENT = "segment";

  /** Those that -prof waits saw in a cell; none where it did not look. */
  public static List<Waiting> of(Cell cell) {
    Map<String, Set<String>> instances = new TreeMap<>();
    Map<String, Map<String, Double>> shares = new TreeMap<>();
    for (String label : cell.units().keySet()) {
      Matcher wait = LABEL.matcher(label);
      if (wait.matches()) {
        String where = wait.group(2).equals(SEGMENT) ? "segments" : wait.group(2);
        instances.computeIfAbsent(where, w -> new HashSet<>()).add(wait.group(1));
        shares
            .computeIfAbsent(where, w -> new TreeMap<>())
            .merge(wait.group(3), share(cell, label), Double::sum);
      }
    }
    List<Waiting> all = new ArrayList<>();
    shares.forEach(
        (where, events) ->
            events.forEach(
                (event, sum) ->
                    all.add(new Waiting(where, event, sum / instances.get(where).size()))));
    return all;
  }

  private static double share(Cell cell, String label) {
    return cell.forks().stream()
        .flatMap((Fork fork) -> ProfilerMetric.of(fork, label).stream())
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }
}
