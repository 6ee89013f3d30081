package storagebench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.compare.match.CellName;
import storagebench.compare.match.Matching;
import storagebench.compare.match.Pair;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Measure;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.results.Projection;

/**
 * Puts cells together that differ only in keys that {@code --by} does not name: their geometric
 * mean, round by round, so that each fork still counts once.
 *
 * @param hidden keys that are not shown and vary
 * @param warnings what the projection says of them
 */
record Grouping(List<Key> hidden, List<String> warnings) {
  private record Group(Identity identity, Measure measure) {}

  static Grouping of(Matching matching, Optional<Projection> by) {
    if (by.isEmpty()) {
      return new Grouping(List.of(), List.of());
    }
    List<Cell> cells = matching.pairs().stream().map(Grouping::cell).toList();
    List<Key> shown = Stream.concat(by.get().rows().stream(), by.get().columns().stream()).toList();
    by.get().requireKnown(cells);
    List<String> warnings = by.get().apply(cells).warnings();
    List<Key> hidden =
        Key.of(cells).stream()
            .filter(key -> !shown.contains(key))
            .filter(key -> cells.stream().map(c -> key.of(c.identity())).distinct().count() > 1)
            .toList();
    return new Grouping(hidden, warnings);
  }

  List<Contrast> group(List<Contrast> contrasts) {
    if (hidden.isEmpty()) {
      return contrasts;
    }
    Map<Group, List<Contrast>> groups = new LinkedHashMap<>();
    for (Contrast contrast : contrasts) {
      Group group = new Group(shown(contrast.identity()), contrast.measure());
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(contrast);
    }
    return groups.entrySet().stream().map(g -> mean(g.getKey(), g.getValue())).toList();
  }

  private static Contrast mean(Group group, List<Contrast> members) {
    Contrast mean = Contrast.mean(group.identity(), group.measure(), members);
    if (mean.baseline().count() == 0 || mean.candidate().count() == 0) {
      throw new UserError(
          "--by: "
              + CellName.of(group.identity())
              + " puts cells together that share no round; measure them in one run");
    }
    return mean;
  }

  private Identity shown(Identity identity) {
    Identity rest = identity;
    for (Key key : hidden) {
      rest = key.dropFrom(rest);
    }
    return rest;
  }

  private static Cell cell(Pair pair) {
    return new Cell(pair.identity(), List.of(), List.of(), Map.of());
  }
}
