package storagebench.duel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.openjdk.jmh.results.RunResult;
import storagebench.Count;
import storagebench.results.Params;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;
import storagebench.run.progress.Wording;
import storagebench.statistics.PairedRatio;
import storagebench.storage.Turns;

/** Progress of a duel: a trial yields the ratio of its sides. */
final class DuelWording implements Wording {
  private final boolean sidesNameVariants;

  /**
   * @param sidesNameVariants whether the variants are in the sides' names and not in the cells'
   */
  DuelWording(boolean sidesNameVariants) {
    this.sidesNameVariants = sidesNameVariants;
  }

  @Override
  public String name(PlannedCell cell) {
    String name = cell.toString();
    return sidesNameVariants ? name.replaceFirst(" " + Params.VARIANT + "=\\S+", "") : name;
  }

  @Override
  public String figures(FinishedTrial trial) {
    List<RunResult> ofBaseline = SideResults.of(trial, Turns.BASELINE);
    if (!SideResults.inPairs(ofBaseline)) {
      double[] before = SideResults.scores(ofBaseline);
      double[] after = SideResults.scores(SideResults.of(trial, Turns.CANDIDATE));
      return String.format(
          Locale.ROOT,
          "candidate / baseline %.4f (means of %s)",
          Arrays.stream(after).average().orElseThrow()
              / Arrays.stream(before).average().orElseThrow(),
          Count.of(before.length, "batch"));
    }
    double[] baseline = scores(trial, Turns.BASELINE);
    double[] candidate = scores(trial, Turns.CANDIDATE);
    return String.format(
        Locale.ROOT,
        "candidate / baseline %.4f (middle half of %s)",
        Math.exp(PairedRatio.logOfMidmean(baseline, candidate)),
        Count.of(baseline.length, "pair"));
  }

  @Override
  public Map<String, List<RunResult>> contenders(FinishedTrial trial) {
    return Map.of(
        DuelSide.BASELINE, SideResults.of(trial, Turns.BASELINE),
        DuelSide.CANDIDATE, SideResults.of(trial, Turns.CANDIDATE));
  }

  private static double[] scores(FinishedTrial trial, int side) {
    SortedMap<Double, Double> byPair = SideResults.byPair(SideResults.of(trial, side));
    return byPair.values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
