package storagebench.compare.match;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    Set<String> tables = new HashSet<>();
    for (Identity cell : List.of(baseline, candidate)) {
      cell.param(Params.VARIANT)
          .ifPresent(variant -> tables.addAll(List.of(DDL + variant, DDL + "table")));
      if (!cell.param(Params.INDEXES).equals(Optional.of("false"))) {
        tables.add(DDL + "indexes");
      }
    }
    return differences.stream()
        .filter(d -> !d.field().startsWith(DDL) || tables.contains(d.field()))
        .filter(d -> !d.field().startsWith(WORKLOAD) || isOfRows(d, baseline))
        .toList();
  }

  /** Facts of call detail records have no name of a workload before their own. */
  private static boolean isOfRows(Difference difference, Identity cell) {
    return cell.param(Params.WORKLOAD)
        .map(name -> difference.field().startsWith(WORKLOAD + name + "."))
        .orElseGet(() -> CALL_DETAIL_RECORDS.matcher(difference.field()).matches());
  }
}
