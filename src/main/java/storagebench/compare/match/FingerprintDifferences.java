package storagebench.compare.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;
import storagebench.results.Identity;
import storagebench.results.Params;

/**
 * What of the fingerprints has to be equal: workload, DDL of the cell's variant, segments and
 * mirrors, the settings that matter, the client, and that no server is a debug build. Version and
 * build of the server are what is compared.
 */
public final class FingerprintDifferences {
  private static final String DDL = "ddl.";
  private static final String ASSERTIONS = "assertions";
  private static final String ABSENT = "absent";
  private static final String TRUE = "true";

  /** Settings that only say which build it is. */
  private static final Set<String> OF_THE_BUILD =
      Set.of("settings.server_version_num", "settings.debug_assertions");

  /** Memory is left out: machines of one kind report slightly different sizes. */
  static final Set<String> CLIENT =
      Set.of("client.driver", "client.jvm", "client.os", "client.cpu", "client.cpus");

  private final List<Difference> differences;

  /** The differences of the runs of two sides; a debug build alone if one has no fingerprint. */
  public FingerprintDifferences(List<Fingerprint> baseline, List<Fingerprint> candidate) {
    DdlLines lines = DdlLines.of(Stream.concat(baseline.stream(), candidate.stream()).toList());
    List<Difference> all =
        between(values(baseline), values(candidate)).stream().map(lines::shown).toList();
    differences =
        baseline.isEmpty() || candidate.isEmpty()
            ? all.stream().filter(FingerprintDifferences::isDebugBuild).toList()
            : all;
  }

  /** What differs between two servers and their clients, whatever is measured on them. */
  public static List<Difference> ofServers(Fingerprint baseline, Fingerprint candidate) {
    return new FingerprintDifferences(List.of(baseline), List.of(candidate))
        .differences.stream().filter(d -> !d.isNamed("ddl") && !d.isNamed("workload")).toList();
  }

  private static boolean isDebugBuild(Difference difference) {
    return difference.field().equals(ASSERTIONS)
        && (difference.baseline().contains(TRUE) || difference.candidate().contains(TRUE));
  }

  /** Those that touch the cell, which may go by another name on the candidate's side. */
  public List<Difference> of(Identity baseline, Identity candidate) {
    Predicate<String> touched =
        field -> tables(baseline).contains(field) || tables(candidate).contains(field);
    return differences.stream()
        .filter(d -> !d.field().startsWith(DDL) || touched.test(d.field()))
        .toList();
  }

  private static Set<String> tables(Identity cell) {
    Optional<String> variant = cell.param(Params.VARIANT);
    boolean indexed = !cell.param(Params.INDEXES).equals(Optional.of("false"));
    return variant
        .map(v -> indexed ? Set.of(DDL + v, DDL + "table", DDL + "indexes") : table(v))
        .orElse(Set.of());
  }

  private static Set<String> table(String variant) {
    return Set.of(DDL + variant, DDL + "table");
  }

  private static List<Difference> between(
      Map<String, SortedSet<String>> baseline, Map<String, SortedSet<String>> candidate) {
    SortedSet<String> fields = new TreeSet<>(baseline.keySet());
    fields.addAll(candidate.keySet());
    SortedSet<String> none = new TreeSet<>(Set.of(ABSENT));
    List<Difference> found = new ArrayList<>();
    for (String field : fields) {
      SortedSet<String> b = baseline.getOrDefault(field, none);
      SortedSet<String> c = candidate.getOrDefault(field, none);
      Difference difference = new Difference(field, String.join(", ", b), String.join(", ", c));
      if (isDebugBuild(difference) || b.size() > 1 || !b.equals(c)) {
        found.add(difference);
      }
    }
    return found;
  }

  /** The values of every field over all runs of a side. */
  private static Map<String, SortedSet<String>> values(List<Fingerprint> runs) {
    List<SortedMap<String, String>> all =
        runs.stream().map(FingerprintDifferences::fields).toList();
    SortedSet<String> names =
        all.stream()
            .flatMap(f -> f.keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, SortedSet<String>> values = new TreeMap<>();
    for (String name : names) {
      values.put(
          name,
          all.stream()
              .map(f -> f.getOrDefault(name, ABSENT))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return values;
  }

  private static SortedMap<String, String> fields(Fingerprint run) {
    SortedMap<String, String> fields = new TreeMap<>();
    run.facts()
        .forEach(
            (path, value) -> {
              String name = path.startsWith("server.") ? path.substring(7) : path;
              if (matters(name)) {
                fields.put(name, value);
              }
            });
    if (run.assertions().orElse(false)) {
      fields.put(ASSERTIONS, TRUE);
    }
    fields.put("segments.primaries", segments(run, "PRIMARY"));
    fields.put("segments.mirrors", segments(run, "MIRROR"));
    return fields;
  }

  private static boolean matters(String name) {
    return name.startsWith("workload.")
        || name.startsWith(DDL)
        || name.equals(ASSERTIONS)
        || CLIENT.contains(name)
        || (name.startsWith("settings.") && !OF_THE_BUILD.contains(name));
  }

  /** Instances of that role, without the coordinator and its standby, and how many are down. */
  private static String segments(Fingerprint run, String role) {
    List<String> found =
        run.facts().entrySet().stream()
            .filter(f -> f.getKey().startsWith("server.segments.") && f.getKey().endsWith(".role"))
            .filter(f -> f.getValue().equals(role))
            .map(f -> f.getKey().replaceFirst("role$", ""))
            .filter(s -> !run.facts().getOrDefault(s + "content", "-1").startsWith("-"))
            .toList();
    long down =
        found.stream()
            .filter(s -> run.facts().getOrDefault(s + "up", TRUE).equals("false"))
            .count();
    return found.size() + (down > 0 ? " (" + down + " down)" : "");
  }
}
