package storagebench.render.layout;

import java.util.List;
import java.util.function.UnaryOperator;
import storagebench.table.Entry;

/** Names benchmarks as shortly as tells them apart: method, class and method, or all of it. */
final class BenchmarkNames {
  private static final List<UnaryOperator<String>> SHORTEST_FIRST =
      List.of(name -> ending(name, 1), name -> ending(name, 2), name -> name);

  private BenchmarkNames() {}

  static List<Entry> shorten(List<Entry> names) {
    List<String> full = names.stream().flatMap(e -> e.text().stream()).distinct().toList();
    UnaryOperator<String> shortening =
        SHORTEST_FIRST.stream()
            .filter(s -> full.stream().map(s).distinct().count() == full.size())
            .findFirst()
            .orElseThrow();
    return names.stream()
        .map(e -> e.text().map(t -> Entry.of(shortening.apply(t))).orElse(e))
        .toList();
  }

  private static String ending(String name, int segments) {
    int from = name.length();
    for (int i = 0; i < segments && from >= 0; i++) {
      from = name.lastIndexOf('.', from - 1);
    }
    return name.substring(from + 1);
  }
}
