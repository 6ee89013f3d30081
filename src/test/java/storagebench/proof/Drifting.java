package storagebench.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import storagebench.statistics.Estimate;
import storagebench.statistics.LogDifference;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * One run of identical cells on a machine that gets 1 % slower from trial to trial: how often the
 * first two cells seem to differ.
 *
 * @param cells how many cells the run has
 * @param rounds trials of each
 * @param inRounds whether every round has every cell once in random order, or all trials of a cell
 *     come first, as in JMH
 */
record Drifting(int cells, int rounds, boolean inRounds) {
  private static final double DRIFT = 0.01;
  private static final double FORK_CV = 0.03;
  private static final double ALPHA = 1 - Estimate.CONFIDENCE;

  /** The question as a table. */
  static Table table() {
    List<List<Entry>> rows = new ArrayList<>();
    for (int cells : new int[] {2, 4, 8}) {
      for (int rounds : new int[] {5, 10}) {
        Drifting fixed = new Drifting(cells, rounds, false);
        Drifting random = new Drifting(cells, rounds, true);
        rows.add(
            List.of(
                Entry.of(cells),
                Entry.of(rounds),
                Entry.of(fixed.falsePositives(false)),
                Entry.of(random.falsePositives(false)),
                Entry.of(random.falsePositives(true))));
      }
    }
    return ProofTables.table(
        "order",
        "Order of trials",
        "Identical cells, fork CV 3 %, the machine 1 % slower from trial to trial: share of runs in"
            + " which the 95 % interval of the ratio of two cells leaves out 1.",
        List.of(
            ProofTables.count("cells", "cells"),
            ProofTables.count("rounds", "trials a cell"),
            ProofTables.share("fixed", "fixed order, unpaired"),
            ProofTables.share("random", "random rounds, unpaired"),
            ProofTables.share("random_paired", "random rounds, paired by round")),
        rows);
  }

  /** Share of runs in which the first two cells seem to differ. */
  double falsePositives(boolean paired) {
    Random random = new Random(20260105 + toString().hashCode());
    int found = 0;
    for (int i = 0; i < Rates.COMPARISONS; i++) {
      double[][] times = times(random);
      Estimate ratio = paired ? paired(times[0], times[1]) : unpaired(times[0], times[1]);
      found += ratio.low() > 1 || ratio.high() < 1 ? 1 : 0;
    }
    return found / (double) Rates.COMPARISONS;
  }

  /** Time of every trial, by cell and round. */
  private double[][] times(Random random) {
    double sigma = StrictMath.sqrt(StrictMath.log1p(FORK_CV * FORK_CV));
    double[][] times = new double[cells][rounds];
    double level = 0;
    for (int[] trial : order(random)) {
      times[trial[0]][trial[1]] = StrictMath.exp(level + sigma * random.nextGaussian());
      level += StrictMath.log1p(DRIFT);
    }
    return times;
  }

  /** Cell and round of every trial, one after the other. */
  private List<int[]> order(Random random) {
    List<int[]> trials = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<int[]> next = new ArrayList<>();
      for (int cell = 0; cell < cells; cell++) {
        next.add(new int[] {cell, round});
      }
      Collections.shuffle(next, random);
      trials.addAll(next);
    }
    if (!inRounds) {
      trials.sort((a, b) -> Integer.compare(a[0], b[0]));
    }
    return trials;
  }

  private static Estimate unpaired(double[] a, double[] b) {
    return RatioEstimate.ofMean(a).over(RatioEstimate.ofMean(b)).estimate();
  }

  private static Estimate paired(double[] a, double[] b) {
    double[] logs = new double[a.length];
    Arrays.setAll(logs, i -> StrictMath.log(b[i] / a[i]));
    return LogDifference.paired(logs).ratio(ALPHA);
  }
}
