package storagebench.report.gate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.Study;

/** Fails where a server was built with assertions: it measures them too. */
final class ServerGate implements Gate {
  private static final String NAME = "no debug server";
  private static final String LIMIT = "fail if assertions are on";
  private static final Pattern FACT =
      Pattern.compile(".*(debug_assertions|assertions|assert_enabled).*");
  private static final List<String> ON = List.of("on", "true", "yes", "1");

  @Override
  public Finding check(Study study) {
    if (study.fingerprints().isEmpty()) {
      return Finding.notMeasured(NAME, LIMIT, "no fingerprint beside the results");
    }
    List<String> debug =
        study.fingerprints().stream()
            .filter(f -> f.facts().entrySet().stream().anyMatch(ServerGate::saysAssertions))
            .map(f -> f.run())
            .toList();
    return new Finding(
        NAME,
        debug.size(),
        "runs",
        LIMIT,
        debug.isEmpty() ? Verdict.PASS : Verdict.FAIL,
        String.join(", ", debug),
        study.fingerprints().size());
  }

  private static boolean saysAssertions(Map.Entry<String, String> fact) {
    String value = fact.getValue().toLowerCase(Locale.ROOT);
    return value.contains("with assert checking")
        || (FACT.matcher(fact.getKey().toLowerCase(Locale.ROOT)).matches() && ON.contains(value));
  }
}
