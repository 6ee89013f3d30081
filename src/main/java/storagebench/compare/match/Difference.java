package storagebench.compare.match;

/**
 * Something that has to be equal for two sides to be comparable, and is not.
 *
 * @param field its name, such as {@code settings.fsync}: what {@code --allow} takes
 * @param baseline its value, or its values
 * @param candidate its value, or its values
 */
public record Difference(String field, String baseline, String candidate) {
  private static final String OF_A_UNIT = "unit.";

  /** A metric that the sides have in different units. */
  static Difference ofUnits(String metric, String baseline, String candidate) {
    return new Difference(OF_A_UNIT + metric, baseline, candidate);
  }

  /** Whether it makes this metric not comparable: the unit of another one does not. */
  public boolean concerns(String metric) {
    return !field.startsWith(OF_A_UNIT) || isUnitOf(metric);
  }

  /** Whether the sides have this metric in different units. */
  public boolean isUnitOf(String metric) {
    return field.equals(OF_A_UNIT + metric);
  }

  /** Whether the name, or the group before its dot, is this one. */
  public boolean isNamed(String name) {
    return field.equals(name) || field.startsWith(name + ".");
  }

  @Override
  public String toString() {
    return field + " (" + baseline + " / " + candidate + ")";
  }
}
