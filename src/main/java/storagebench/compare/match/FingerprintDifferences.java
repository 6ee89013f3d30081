package storagebench.compare.match;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;
import storagebench.results.FingerprintPolicy;
import storagebench.results.Identity;
import storagebench.results.Params;

/** What keeps two builds from being comparable, cell by cell: each has DDL of its own. */
public final class FingerprintDifferences {
  private static final String DDL = "ddl.";
  private static final String WORKLOAD = "workload.";
  private static final Pattern CALL_DETAIL_RECORDS =
      Pattern.compile("workload\\.(?!.*\\.(sha256|columns|rows|checksum)$).*");

  private final List<Difference> differences;

  /** The differences of the runs of two sides; a debug build alone if one has no fingerprint. */
  public FingerprintDifferences(List<Fingerprint> baseline, List<Fingerprint> candidate) {
    DdlLines lines = DdlLines.of(Stream.concat(baseline.stream(), candidate.stream()).toList());
    boolean bothKnown = !baseline.isEmpty() && !candidate.isEmpty();
    differences =
        FingerprintPolicy.COMPARABLE_BUILDS.between(baseline, candidate).stream()
            .filter(difference -> bothKnown || isDebugBuild(difference))
            .map(lines::shown)
            .toList();
  }

  /** What differs between two servers and their clients, whatever is measured on them. */
  public static List<Difference> ofServers(Fingerprint baseline, Fingerprint candidate) {
    return new FingerprintDifferences(List.of(baseline), List.of(candidate))
        .differences.stream().filter(d -> !d.isNamed("ddl") && !d.isNamed("workload")).toList();
  }

  private static boolean isDebugBuild(Difference difference) {
    return difference.field().equals(FingerprintPolicy.ASSERTIONS)
        && (difference.baseline().contains(FingerprintPolicy.ON)
            || difference.candidate().contains(FingerprintPolicy.ON));
  }

  /** Those that touch the cell, which may go by another name on the candidate's side. */
  public List<Difference> of(Identity baseline, Identity candidate) {
    return differences.stream()
        .filter(d -> touches(d.field(), List.of(baseline, candidate)))
        .toList();
  }

  /** The facts of a run that have to be equal wherever this cell is compared. */
  public static SortedMap<String, String> facts(Fingerprint run, Identity cell) {
    SortedMap<String, String> facts = FingerprintPolicy.COMPARABLE_BUILDS.facts(run);
    facts.keySet().removeIf(field -> !touches(field, List.of(cell)));
    return facts;
  }

  /** Whether a fact is of the server and the client, or of the table and the rows of a cell. */
  public static boolean touches(String field, List<Identity> names) {
    if (field.startsWith(DDL)) {
      return names.stream().anyMatch(cell -> tables(cell).contains(field));
    }
    return !field.startsWith(WORKLOAD) || isOfRows(field, names.get(0));
  }

  private static Set<String> tables(Identity cell) {
    Set<String> tables = new HashSet<>();
    cell.param(Params.VARIANT)
        .ifPresent(variant -> tables.addAll(List.of(DDL + variant, DDL + "table")));
    if (!cell.param(Params.INDEXES).equals(Optional.of("false"))) {
      tables.add(DDL + "indexes");
    }
    return tables;
  }

  /** Facts of call detail records have no name of a workload before their own. */
  private static boolean isOfRows(String field, Identity cell) {
    return cell.param(Params.WORKLOAD)
        .map(name -> field.startsWith(WORKLOAD + name + "."))
        .orElseGet(() -> CALL_DETAIL_RECORDS.matcher(field).matches());
  }
}
