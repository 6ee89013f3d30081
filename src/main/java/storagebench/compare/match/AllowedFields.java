package storagebench.compare.match;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import storagebench.UserError;
import storagebench.results.Difference;
import storagebench.results.Metric;

/** The names that {@code --allow} takes: a typing error would accept nothing in silence. */
final class AllowedFields {
  private static final Set<String> FIELDS =
      Set.of(
          "threads",
          "assertions",
          "segments.primaries",
          "segments.mirrors",
          "client.cpu",
          "client.cpus",
          "client.driver",
          "client.jvm",
          "client.os",
          Metric.ROWS_INSERTED.label(),
          Metric.ROWS_TABLE.label(),
          Metric.ROWS_CHECKSUM.label());

  /** Servers, workloads and profilers have more names in them than anyone knows. */
  private static final Set<String> OPEN = Set.of("settings", "ddl", "workload", "unit");

  private AllowedFields() {}

  /**
   * Refuses names that no difference can have.
   *
   * @param cells whose parameters a duel may have made to differ
   * @throws UserError if there is such a name
   */
  static void require(Set<String> allow, Collection<MeasuredCell> cells) {
    Set<String> fields = new TreeSet<>(FIELDS);
    cells.forEach(cell -> fields.addAll(cell.identity().params().keySet()));
    for (String name : allow) {
      if (fields.stream().noneMatch(field -> new Difference(field, "", "").isNamed(name))
          && OPEN.stream().noneMatch(group -> new Difference(name, "", "").isNamed(group))) {
        fields.addAll(OPEN.stream().map(group -> group + ".*").toList());
        throw new UserError(
            "--allow "
                + name
                + ": no field that is compared; known are "
                + String.join(", ", fields)
                + " and the names before a dot");
      }
    }
  }
}
