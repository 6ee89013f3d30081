package storagebench.compare.match;

/**
 * Something that has to be equal for two sides to be comparable, and is not.
 *
 * @param field its name, such as {@code settings.fsync}: what {@code --allow} takes
 * @param baseline its value, or its values
 * @param candidate its value, or its values
 */
public record Difference(String field, String baseline, String candidate) {
  /** Whether the name, or the group before its dot, is this one. */
  public boolean isNamed(String name) {
    return field.equals(name) || field.startsWith(name + ".");
  }

  @Override
  public String toString() {
    return field + " (" + baseline + " / " + candidate + ")";
  }
}
