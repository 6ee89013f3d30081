package storagebench.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.results.Identity;

/**
 * One metric of one cell over all nights that are comparable: on one machine, with the same
 * settings and the same rows. What has to be equal and is not begins another line.
 *
 * @param cell what was measured
 * @param metric name of the metric
 * @param conditions what all its nights have in common, by name
 * @param points at least one, in the order in which they were measured
 */
public record Line(
    Identity cell, String metric, SortedMap<String, String> conditions, List<Point> points) {

  /** What tells lines apart. */
  private record Same(
      Identity cell, String metric, String unit, SortedMap<String, String> conditions) {}

  public Line {
    points = List.copyOf(points);
  }

  /**
   * The lines of these nights, cell by cell.
   *
   * @param nights in the order in which they were measured
   * @param allow names of conditions that may differ, or of what they begin with
   */
  static List<Line> of(List<Night> nights, Set<String> allow) {
    Map<Same, List<Point>> points = new LinkedHashMap<>();
    Map<SortedMap<String, String>, SortedMap<String, String>> known = new LinkedHashMap<>();
    for (Night night : nights) {
      for (NightCell cell : night.cells()) {
        // One object for what is equal: comparing it with itself takes no time.
        SortedMap<String, String> conditions =
            known.computeIfAbsent(required(night, cell, allow), c -> c);
        cell.figures()
            .forEach(
                (metric, figure) ->
                    points
                        .computeIfAbsent(
                            new Same(cell.identity(), metric, figure.unit(), conditions),
                            same -> new ArrayList<>())
                        .add(new Point(night, figure)));
      }
    }
    List<Line> lines = new ArrayList<>();
    points.forEach(
        (same, all) -> lines.add(new Line(same.cell, same.metric, same.conditions, all)));
    lines.sort((a, b) -> a.cell.compareTo(b.cell));
    return lines;
  }

  private static SortedMap<String, String> required(
      Night night, NightCell cell, Set<String> allow) {
    SortedMap<String, String> conditions = night.conditionsOf(cell);
    conditions
        .keySet()
        .removeIf(name -> allow.stream().anyMatch(a -> name.equals(a) || name.startsWith(a + ".")));
    return conditions;
  }

  /** The names of conditions in which another line of the same cell differs. */
  Set<String> differences(Line other) {
    Set<String> names = new TreeSet<>(conditions.keySet());
    names.addAll(other.conditions.keySet());
    SortedMap<String, String> theirs = new TreeMap<>(other.conditions);
    names.removeIf(name -> conditions.getOrDefault(name, "").equals(theirs.get(name)));
    return names;
  }

  /** Whether another is of the same metric of the same cell. */
  boolean isOfTheSameAs(Line other) {
    return cell.equals(other.cell) && metric.equals(other.metric);
  }

  /** The newest point. */
  public Point newest() {
    return points.get(points.size() - 1);
  }

  /** Where it is measured: empty if that was not recorded. */
  public String machine() {
    return newest().night().machine();
  }
}
