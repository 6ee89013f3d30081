package storagebench.report.gate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.Study;
import storagebench.results.Fingerprint;

/** Fails where a server was built with assertions: it measures them too. */
final class ServerGate implements Gate {
  private static final String NAME = "no debug server";
  private static final String LIMIT = "fail if assertions are on";
  private static final Pattern FACT =
      Pattern.compile(".*(debug_assertions|assertions|assert_enabled).*");
  private static final String VERSION = "server.version";
  private static final List<String> ON = List.of("on", "true", "yes", "1");

  @Override
  public Finding check(Study study) {
    List<Fingerprint> telling =
        study.fingerprints().stream()
            .filter(f -> f.facts().keySet().stream().anyMatch(ServerGate::tells))
            .toList();
    if (telling.isEmpty()) {
      return Finding.notMeasured(
          NAME,
          LIMIT,
          study.fingerprints().isEmpty()
              ? "no fingerprint beside the results"
              : "no fingerprint says how the server was built");
    }
    List<String> debug =
        telling.stream()
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
        telling.size());
  }

  private static boolean tells(String fact) {
    return fact.equals(VERSION) || FACT.matcher(fact.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean saysAssertions(Map.Entry<String, String> fact) {
    String value = fact.getValue().toLowerCase(Locale.ROOT);
    return value.contains("with assert checking")
        || (FACT.matcher(fact.getKey().toLowerCase(Locale.ROOT)).matches() && ON.contains(value));
  }
}
