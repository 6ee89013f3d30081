package storagebench.compare.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.results.Difference;
import storagebench.results.Identity;
import storagebench.results.Where;

/**
 * Which cell is compared with which: those of the same identity, then those that differ only in
 * threads or unit, which are not comparable unless the caller says so.
 *
 * @param pairs the cells that both sides have, in order
 * @param onlyBaseline cells that the candidate lacks
 * @param onlyCandidate cells that the baseline lacks
 */
public record Matching(
    List<Pair> pairs, List<Identity> onlyBaseline, List<Identity> onlyCandidate) {
  /** Benchmark, mode and parameters, without those that were made to differ. */
  private record Work(String benchmark, String mode, Map<String, String> params) {
    static Work of(Identity identity, Set<String> differs) {
      Map<String, String> params = new TreeMap<>(identity.params());
      params.keySet().removeAll(differs);
      return new Work(identity.benchmark(), identity.mode(), params);
    }
  }

  /**
   * Matches the cells of two sides.
   *
   * @param allow names of fields that may differ
   * @throws storagebench.UserError if no field can have one of these names, a condition names what
   *     neither side has, or a side is of no use
   */
  public static Matching of(
      BuildRuns baseline, BuildRuns candidate, List<Where> where, Set<String> allow) {
    Where.requireKnown(
        Stream.concat(baseline.everything().stream(), candidate.everything().stream()).toList(),
        where);
    FingerprintDifferences fingerprints =
        new FingerprintDifferences(baseline.fingerprints(), candidate.fingerprints());
    Map<Identity, MeasuredCell> left = byIdentity(baseline, where);
    Map<Identity, MeasuredCell> right = byIdentity(candidate, where);
    AllowedFields.require(
        allow, Stream.concat(left.values().stream(), right.values().stream()).toList());
    Set<String> differs = new TreeSet<>(baseline.differs());
    differs.retainAll(candidate.differs());
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<Identity, Identity> match : matches(left, right, differs).entrySet()) {
      MeasuredCell b = left.remove(match.getKey());
      MeasuredCell c = right.remove(match.getValue());
      List<Difference> all =
          Stream.concat(
                  WorkDifferences.between(b, c).stream(),
                  fingerprints.of(b.identity(), c.identity()).stream())
              .toList();
      pairs.add(
          Pair.of(
              b,
              c,
              all,
              d ->
                  d.isAcceptable()
                      && Stream.concat(allow.stream(), differs.stream()).anyMatch(d::isNamed)));
    }
    return new Matching(pairs, List.copyOf(left.keySet()), List.copyOf(right.keySet()));
  }

  /** Unit of each secondary metric of the pairs, by name. */
  public SortedMap<String, String> units() {
    SortedMap<String, String> units = new TreeMap<>();
    for (Pair pair : pairs) {
      units.putAll(pair.candidate().units());
      units.putAll(pair.baseline().units());
    }
    return units;
  }

  private static Map<Identity, Identity> matches(
      Map<Identity, MeasuredCell> left, Map<Identity, MeasuredCell> right, Set<String> differs) {
    Map<Work, List<Identity>> leftovers =
        right.keySet().stream()
            .filter(identity -> !left.containsKey(identity))
            .collect(
                Collectors.groupingBy(
                    i -> Work.of(i, differs), Collectors.toCollection(ArrayList::new)));
    Map<Identity, Identity> matches = new LinkedHashMap<>();
    for (Identity identity : left.keySet()) {
      List<Identity> similar = leftovers.getOrDefault(Work.of(identity, differs), List.of());
      if (right.containsKey(identity)) {
        matches.put(identity, identity);
      } else if (!similar.isEmpty()) {
        matches.put(identity, similar.remove(0));
      }
    }
    return matches;
  }

  private static Map<Identity, MeasuredCell> byIdentity(BuildRuns side, List<Where> where) {
    return side.cells(where).stream()
        .collect(
            Collectors.toMap(
                MeasuredCell::identity, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }
}
