package storagebench.report.gate;

import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.Study;
import storagebench.statistics.CommonSlope;
import storagebench.statistics.Estimate;
import storagebench.table.Text;

/**
 * Warns where the machine became slower or faster while it measured: one line through the
 * logarithms of the speeds of all forks, each cell on a level of its own, so that a drift which all
 * cells share is seen.
 */
final class DriftGate implements Gate {
  private static final String NAME = "drift of speed across forks";
  private static final String LIMIT = "warn over ±2, apart from 0";
  private static final double SMALLEST = 0.02;

  @Override
  public boolean applies(Study study) {
    return !study.variants().isEmpty()
        || study.cells().stream().anyMatch(cell -> cell.forks().size() > 1);
  }

  @Override
  public Finding check(Study study) {
    SpeedOverTime speeds = SpeedOverTime.of(study);
    Estimate change = CommonSlope.of(speeds.groups());
    if (!change.hasInterval()) {
      return Finding.notMeasured(NAME, LIMIT, "too few forks");
    }
    boolean apart = change.low() > 0 || change.high() < 0;
    boolean large = Math.abs(change.value()) > SMALLEST;
    Verdict verdict = !large ? Verdict.PASS : apart ? Verdict.WARN : Verdict.COULD_NOT_TELL;
    String interval =
        verdict == Verdict.COULD_NOT_TELL
            ? Text.of("%.1f to %.1f %%, ", percent(change.low()), percent(change.high()))
            : "";
    return new Finding(
        NAME,
        percent(change.value()),
        "%",
        LIMIT,
        verdict,
        interval + speeds.order(),
        speeds.groups().size());
  }

  private static double percent(double logarithm) {
    return 100 * Math.expm1(logarithm);
  }
}
