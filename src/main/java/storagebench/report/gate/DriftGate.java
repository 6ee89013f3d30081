package storagebench.report.gate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import storagebench.report.Speed;
import storagebench.report.Study;
import storagebench.report.gate.Finding.Verdict;
import storagebench.statistics.Estimate;
import storagebench.statistics.LinearFit;

/**
 * Warns where forks became slower or faster in the order in which they ran. One test for all cells
 * together: a line through the logarithm of each cell's fork speeds, then the mean of the slopes.
 */
final class DriftGate implements Gate {
  private static final String NAME = "drift of speed across forks";
  private static final String LIMIT = "warn over ±2 beyond doubt";
  private static final double SMALLEST = 0.02;
  private static final int FEWEST_FORKS = 3;

  @Override
  public Finding check(Study study) {
    List<Estimate> changes =
        study.cells().stream()
            .map(Speed::forkSpeeds)
            .filter(speeds -> speeds.length >= FEWEST_FORKS)
            .filter(speeds -> Arrays.stream(speeds).allMatch(s -> s > 0 && Double.isFinite(s)))
            .map(DriftGate::change)
            .toList();
    if (changes.isEmpty()) {
      return Finding.notMeasured(NAME, LIMIT, "no cell has " + FEWEST_FORKS + " forks");
    }
    Estimate mean =
        changes.size() == 1
            ? changes.get(0)
            : Estimate.ofMean(changes.stream().mapToDouble(Estimate::value).toArray());
    boolean apart = mean.low() > 0 || mean.high() < 0;
    Verdict verdict = apart && Math.abs(mean.value()) > SMALLEST ? Verdict.WARN : Verdict.PASS;
    double percent = 100 * Math.expm1(mean.value());
    return new Finding(NAME, percent, "%", LIMIT, verdict, "", changes.size());
  }

  /** Change of the logarithm of speed from the first fork to the last. */
  private static Estimate change(double[] speeds) {
    double[] order = IntStream.range(0, speeds.length).asDoubleStream().toArray();
    double[] logs = Arrays.stream(speeds).map(Math::log).toArray();
    return LinearFit.of(order, logs).slope().times(speeds.length - 1.0);
  }
}
