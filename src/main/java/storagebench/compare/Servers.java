package storagebench.compare;

import java.util.List;
import storagebench.compare.match.BuildRuns;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;

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

  static List<Difference> of(BuildRuns baseline, BuildRuns candidate) {
    return FACTS.stream()
        .map(fact -> new Difference(fact, value(baseline, fact), value(candidate, fact)))
        .filter(d -> !d.baseline().equals("unknown") || !d.candidate().equals("unknown"))
        .toList();
  }

  private static String value(BuildRuns side, String fact) {
    String values = String.join(", ", Fingerprint.values(fact, side.fingerprints()));
    return values.isEmpty() ? "unknown" : values;
  }
}
