package storagebench.report.gate;

import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.Study;
import storagebench.statistics.CommonSlope;
import storagebench.statistics.Estimate;

/**
 * Warns where the machine became slower or faster while it measured: one line through the
 * logarithms of the speeds of all forks, each cell on a level of its own, so that a drift which all
 * cells share is seen.
 */
final class DriftGate implements Gate {
  private static final String NAME = "drift of speed across forks";
  private static final String LIMIT = "warn over ±2 beyond doubt";
  private static final double SMALLEST = 0.02;

  @Override
  public Finding check(Study study) {
    SpeedOverTime speeds = SpeedOverTime.of(study);
    Estimate change = CommonSlope.of(speeds.groups());
    if (!change.hasInterval()) {
      return Finding.notMeasured(NAME, LIMIT, "too few forks");
    }
    boolean apart = change.low() > 0 || change.high() < 0;
    Verdict verdict = apart && Math.abs(change.value()) > SMALLEST ? Verdict.WARN : Verdict.PASS;
    double percent = 100 * Math.expm1(change.value());
    return new Finding(NAME, percent, "%", LIMIT, verdict, speeds.order(), speeds.groups().size());
  }
}
