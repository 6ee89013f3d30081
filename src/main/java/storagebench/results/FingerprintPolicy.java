package storagebench.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be equal in fingerprints, by what they are compared for. There is one comparison; a
 * policy decides which facts it looks at, and what a fact counts as that a fingerprint lacks.
 */
public enum FingerprintPolicy {
  /**
   * To resume a run: every fact except the command, the time and what follows from the others,
   * which older runs do not have.
   */
  SAME_SERVER("(?!(command|order|started|server\\.commit|server\\.lacks)(\\.|$)).*", ""),

  /** To resume a run on a server that the suite starts itself, whose address may change. */
  SAME_STARTED_SERVER(
      "(?!(command|order|started|server\\.commit|server\\.lacks)(\\.|$)|target$|server\\.segments\\.\\d+\\.host$).*",
      ""),

  /** To go on with a stream: its rows. */
  SAME_ROWS("workload\\.(.+\\.)?(sha256|columns|checksum)", ""),

  /** To show runs in one report: DDL, workload, server and settings, as far as both say. */
  LIKE_RUNS(
      "ddl\\..*|workload\\.(.+\\.)?(sha256|columns|checksum)|server\\.(version|product|settings\\..*"
          + "|segments\\.\\d{1,6}\\.(content|role|up|host))",
      Fingerprint.ABSENT) {
    @Override
    boolean isKnown(String name, Collection<Fingerprint> runs) {
      return name.startsWith(Fingerprint.SEGMENTS)
          ? runs.stream().allMatch(Fingerprint::isCluster)
          : runs.stream().allMatch(run -> run.facts().containsKey(name));
    }
  },

  /**
   * To compare two builds: workload, DDL, number of segments and mirrors, the settings that matter,
   * the client, and that neither is a debug build. The build itself is what is compared. The
   * client's memory is left out, because machines of one kind report slightly different sizes.
   */
  COMPARABLE_BUILDS(
      "workload\\..*|ddl\\..*|assertions|client\\.(driver|jvm|os|cpu|cpus)"
          + "|segments\\.(primaries|mirrors)"
          + "|settings\\.(?!(server_version_num|debug_assertions)$).*",
      Fingerprint.ABSENT) {
    @Override
    SortedMap<String, String> named(Fingerprint run) {
      SortedMap<String, String> named = new TreeMap<>();
      run.facts().forEach((name, value) -> named.put(name.replaceFirst("^server\\.", ""), value));
      if (run.assertions().orElse(false)) {
        named.put(ASSERTIONS, ON);
      }
      named.put("segments.primaries", run.instances("PRIMARY"));
      named.put("segments.mirrors", run.instances("MIRROR"));
      return named;
    }

    @Override
    boolean differ(String name, Set<String> baseline, Set<String> candidate) {
      boolean debug = name.equals(ASSERTIONS) && baseline.contains(ON);
      return debug || super.differ(name, baseline, candidate);
    }
  },

  /** To use one noise floor: the processor, the number of them and the operating system. */
  SAME_MACHINE("client\\.(cpu|cpus|os)", Fingerprint.ABSENT),

  /** To take the time of a trial from an earlier run: everything that is known of the client. */
  SAME_CLIENT("client\\..*", Fingerprint.ABSENT);

  /** The field that tells of a debug build. */
  public static final String ASSERTIONS = "assertions";

  /** The value of {@link #ASSERTIONS} in a debug build. */
  public static final String ON = "true";

  private final Predicate<String> looksAt;
  private final String absent;

  /**
   * @param facts names of the facts, a regular expression
   * @param absent what a fact counts as that a fingerprint lacks
   */
  FingerprintPolicy(String facts, String absent) {
    this.looksAt = Pattern.compile(facts).asMatchPredicate();
    this.absent = absent;
  }

  /** The facts that have to be equal, in order of their names. */
  public SortedMap<String, String> facts(Fingerprint run) {
    SortedMap<String, String> facts = new TreeMap<>(named(run));
    facts.keySet().removeIf(looksAt.negate());
    return facts;
  }

  /** What differs between two runs, in order of the names. */
  public List<Difference> between(Fingerprint one, Fingerprint other) {
    return between(List.of(one), List.of(other));
  }

  /**
   * What differs between two sides, or between the runs of one of them, in order of the names.
   *
   * @param baseline the fingerprints of one side's runs; may be none
   * @param candidate those of the other
   */
  public List<Difference> between(List<Fingerprint> baseline, List<Fingerprint> candidate) {
    List<Fingerprint> all = Stream.concat(baseline.stream(), candidate.stream()).toList();
    SortedSet<String> names =
        all.stream()
            .flatMap(run -> facts(run).keySet().stream())
            .filter(name -> isKnown(name, all))
            .collect(Collectors.toCollection(TreeSet::new));
    List<SortedMap<String, String>> before = baseline.stream().map(this::facts).toList();
    List<SortedMap<String, String>> after = candidate.stream().map(this::facts).toList();
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      SortedSet<String> b = values(name, before);
      SortedSet<String> c = values(name, after);
      if (differ(name, b, c)) {
        differences.add(new Difference(name, String.join(", ", b), String.join(", ", c)));
      }
    }
    return differences;
  }

  private SortedSet<String> values(String name, List<SortedMap<String, String>> side) {
    return side.isEmpty()
        ? new TreeSet<>(Set.of(absent))
        : side.stream()
            .map(facts -> facts.getOrDefault(name, absent))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The facts by the names that differences use. */
  SortedMap<String, String> named(Fingerprint run) {
    return run.facts();
  }

  /** Whether the runs say enough to compare a fact. */
  boolean isKnown(String name, Collection<Fingerprint> runs) {
    return true;
  }

  /** Whether these values of the runs of two sides are not one and the same. */
  boolean differ(String name, Set<String> baseline, Set<String> candidate) {
    return baseline.size() > 1 || !baseline.equals(candidate);
  }
}
