package storagebench.report.gate;

import java.util.List;
import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.Study;
import storagebench.results.Fingerprint;

/** Fails where a server was built with assertions: it measures them too. */
final class ServerGate implements Gate {
  private static final String NAME = "no debug server";
  private static final String LIMIT = "fail if assertions are on";

  @Override
  public boolean applies(Study study) {
    return !study.fingerprints().isEmpty() || !study.variants().isEmpty();
  }

  @Override
  public Finding check(Study study) {
    List<Fingerprint> telling =
        study.fingerprints().stream().filter(f -> f.assertions().isPresent()).toList();
    if (telling.isEmpty()) {
      return Finding.notMeasured(
          NAME,
          LIMIT,
          study.fingerprints().isEmpty()
              ? "no fingerprint beside the results"
              : "no fingerprint says how the server was built");
    }
    List<String> debug =
        telling.stream().filter(f -> f.assertions().orElseThrow()).map(f -> f.run()).toList();
    return new Finding(
        NAME,
        debug.size(),
        "runs",
        LIMIT,
        debug.isEmpty() ? Verdict.PASS : Verdict.FAIL,
        String.join(", ", debug),
        telling.size());
  }
}
