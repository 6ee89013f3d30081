package storagebench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Something that has to be equal for two sides to be comparable, and is not.
 *
 * @param field its name, such as {@code settings.fsync}: what {@code --allow} takes
 * @param baseline its value, or its values
 * @param candidate its value, or its values
 */
public record Difference(String field, String baseline, String candidate) {
  private static final String SCORE = "score";
  private static final String UNIT = "unit";
  private static final String OF_A_UNIT = UNIT + ".";

  /** Scores that the sides have in different units. */
  public static Difference ofScores(String baseline, String candidate) {
    return new Difference(UNIT, baseline, candidate);
  }

  /** A metric that the sides have in different units. */
  public static Difference ofUnits(String metric, String baseline, String candidate) {
    return new Difference(OF_A_UNIT + metric, baseline, candidate);
  }

  /** Whether it makes this metric not comparable: the unit of another one does not. */
  public boolean concerns(String metric) {
    return !isNamed(UNIT) || isUnitOf(metric);
  }

  /** Whether the sides have this metric in different units. */
  public boolean isUnitOf(String metric) {
    return field.equals(metric.equals(SCORE) ? UNIT : OF_A_UNIT + metric);
  }

  /** Whether the name, or the group before its dot, is this one. */
  public boolean isNamed(String name) {
    return field.equals(name) || field.startsWith(name + ".");
  }

  /** Whether the sides can be compared in spite of it: not if units cannot be converted. */
  public boolean isAcceptable() {
    return !isNamed(UNIT) || factor().isPresent();
  }

  /** What the candidate's figures are multiplied by to be in the baseline's unit. */
  public Optional<Double> factor() {
    return TimeUnits.factor(candidate, baseline);
  }

  /** What can be done about these differences, such as {@code --allow settings accepts it}. */
  public static String remedy(List<Difference> differences) {
    SortedMap<String, List<String>> groups =
        differences.stream()
            .filter(Difference::isAcceptable)
            .map(Difference::field)
            .collect(
                Collectors.groupingBy(
                    field -> field.replaceFirst("\\..*", ""), TreeMap::new, Collectors.toList()));
    List<String> remedies = new ArrayList<>();
    if (!groups.isEmpty()) {
      remedies.add(
          groups.entrySet().stream()
              .map(group -> group.getValue().size() == 1 ? group.getValue().get(0) : group.getKey())
              .collect(Collectors.joining(",", "--allow ", " accepts it")));
    }
    if (!differences.stream().allMatch(Difference::isAcceptable)) {
      remedies.add("measure both in one unit or leave the metric out with --metric");
    }
    return String.join("; ", remedies);
  }

  @Override
  public String toString() {
    return field + " (" + baseline + " / " + candidate + ")";
  }
}
