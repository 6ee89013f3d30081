package storagebench.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.compare.match.Side;
import storagebench.results.Difference;

/** What is expected to differ between a baseline and a candidate, and is shown. */
final class Servers {
  private static final List<String> FACTS =
      List.of(
          "image.name",
          "image.digest",
          "server.product",
          "server.version",
          "server.settings.server_version_num");

  private Servers() {}

  static List<Difference> of(Side baseline, Side candidate) {
    return FACTS.stream()
        .flatMap(
            fact -> Stream.of(new Difference(fact, value(baseline, fact), value(candidate, fact))))
        .filter(d -> !d.baseline().equals("unknown") || !d.candidate().equals("unknown"))
        .toList();
  }

  private static String value(Side side, String fact) {
    String values =
        side.fingerprints().stream()
            .flatMap(f -> Optional.ofNullable(f.facts().get(fact)).stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? "unknown" : values;
  }
}
