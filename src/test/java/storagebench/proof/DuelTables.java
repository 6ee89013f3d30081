package storagebench.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import storagebench.results.Metric.Direction;
import storagebench.statistics.GroupSequential;
import storagebench.statistics.LogDifference;
import storagebench.statistics.Midmean;
import storagebench.statistics.Moments;
import storagebench.statistics.Quantiles;
import storagebench.statistics.Spending;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;

/** The simulations of duels, one table a question. */
final class DuelTables {
  private static final int DUELS = 10_000;
  private static final int SUITES = 8_000;
  private static final double[] TRIAL_SDS = {0.014, 0.02, 0.03};
  private static final double MARGIN = 0.03;

  private DuelTables() {}

  static List<Table> all() {
    return List.of(figures(), stopping(0), stopping(0.03), stopping(0.08), suites());
  }

  /** What stands for a trial: the interquartile mean of its pairs, their median, or their mean. */
  static Table figures() {
    List<List<Entry>> rows = new ArrayList<>();
    for (double stalls : new double[] {0, 0.05, 0.15}) {
      for (int trials : new int[] {3, 5, 10}) {
        DuelSetting setting = new DuelSetting(0.01, 0.05, stalls, 20, 0);
        List<Entry> row = new ArrayList<>(List.of(Entry.of(stalls), Entry.of(trials)));
        row.addAll(figures(setting, trials, Midmean::of));
        row.addAll(figures(setting, trials, Quantiles::median));
        row.addAll(figures(setting, trials, pairs -> Moments.of(pairs).mean()));
        rows.add(row);
      }
    }
    return ProofTables.table(
        "figures",
        "What stands for a trial",
        "Identical sides, 20 pairs a trial, by their interquartile mean (midmean), median or mean;"
            + " true ratio of a trial varies by 1 %, pairs by 5 %, and"
            + " some pairs have a stall on one side. Deviation of a trial's log ratio; share of"
            + " duels in which a change is seen at margin 0; share of 95 % intervals that hold the"
            + " truth; their median half width.",
        List.of(
            ProofTables.share("stalls", "stalls"),
            ProofTables.count("trials", "trials"),
            ProofTables.share("midmean_sd", "midmean of pairs: deviation"),
            ProofTables.share("midmean_alarms", "false positives"),
            ProofTables.share("midmean_covers", "coverage"),
            ProofTables.share("midmean_width", "half width"),
            ProofTables.share("median_sd", "median of pairs: deviation"),
            ProofTables.share("median_alarms", "false positives (median)"),
            ProofTables.share("median_covers", "coverage (median)"),
            ProofTables.share("median_width", "half width (median)"),
            ProofTables.share("mean_sd", "mean of pairs: deviation"),
            ProofTables.share("mean_alarms", "false positives (mean)"),
            ProofTables.share("mean_covers", "coverage (mean)"),
            ProofTables.share("mean_width", "half width (mean)")),
        rows);
  }

  private static List<Entry> figures(
      DuelSetting setting, int trials, ToDoubleFunction<double[]> figure) {
    SplittableRandom random = setting.random();
    double[] all = new double[DUELS * trials];
    double[] widths = new double[DUELS];
    int alarms = 0;
    int covers = 0;
    for (int duel = 0; duel < DUELS; duel++) {
      for (int t = 0; t < trials; t++) {
        all[duel * trials + t] = figure.applyAsDouble(setting.trial(random));
      }
      LogDifference difference =
          LogDifference.paired(Arrays.copyOfRange(all, duel * trials, (duel + 1) * trials));
      double low = Math.log(difference.ratio(SimulatedDuel.ALPHA).low());
      alarms += difference.pBeyond(0) <= SimulatedDuel.ALPHA ? 1 : 0;
      covers += low <= 0 && 2 * difference.value() - low >= 0 ? 1 : 0;
      widths[duel] = difference.value() - low;
    }
    return List.of(
        Entry.of(Moments.of(all).deviation()),
        Entry.of(alarms / (double) DUELS),
        Entry.of(covers / (double) DUELS),
        Entry.of(Quantiles.median(widths)));
  }

  /** What looking often costs and saves, at a true slowdown. */
  static Table stopping(double slowdown) {
    List<List<Entry>> rows = new ArrayList<>();
    for (double margin : slowdown == 0 ? new double[] {0, MARGIN} : new double[] {MARGIN}) {
      for (double sd : TRIAL_SDS) {
        for (Spending spending : Spending.values()) {
          rows.add(stopping(DuelSetting.of(sd, slowdown), margin, Optional.of(spending)));
        }
        rows.add(stopping(DuelSetting.of(sd, slowdown), margin, Optional.empty()));
      }
    }
    String title = String.format(Locale.ROOT, "Ending early, slowdown %.0f %%", slowdown * 100);
    return ProofTables.table(
        title.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"),
        title,
        "One cell, looked at after every trial from the third to the tenth and ended when decided,"
            + " or ten trials and one look. Share of duels that end with a change, a regression or"
            + " equivalence; mean trials, and how much fewer than ten; share of the intervals at"
            + " the end that hold the truth. Of 10,000 duels each: a share near 5 % is right to"
            + " 0.4.",
        List.of(
            ProofTables.share("margin", "margin"),
            ProofTables.share("trial_sd", "deviation of a trial"),
            Column.ofText("spending", "spending"),
            ProofTables.share("alarms", "any change"),
            ProofTables.share("found", "regression"),
            ProofTables.share("equivalent", "equivalent"),
            Column.of("trials", "trials", Quantity.NUMBER, Direction.NEUTRAL),
            ProofTables.share("saved", "fewer"),
            ProofTables.share("covers", "coverage")),
        rows);
  }

  private static List<Entry> stopping(
      DuelSetting setting, double margin, Optional<Spending> spending) {
    List<SimulatedDuel> duels = duels(setting, 1, margin, spending, DUELS);
    double trials = duels.stream().mapToInt(d -> d.trials()[0]).average().orElseThrow();
    return List.of(
        Entry.of(margin),
        Entry.of(setting.trialSd()),
        Entry.of(name(spending)),
        share(duels, SimulatedDuel::alarm),
        share(duels, SimulatedDuel::found),
        share(duels, SimulatedDuel::equivalent),
        Entry.of(trials),
        Entry.of(1 - trials / SimulatedDuel.MOST),
        share(duels, d -> d.covers(setting.truth())));
  }

  /** Duels of many cells, each of which ends by itself: how often any raises an alarm. */
  static Table suites() {
    List<List<Entry>> rows = new ArrayList<>();
    for (int cells : new int[] {4, 16}) {
      for (Spending spending : Spending.values()) {
        List<SimulatedDuel> duels =
            duels(DuelSetting.of(0.02, 0), cells, 0, Optional.of(spending), SUITES);
        rows.add(
            List.of(
                Entry.of(cells),
                Entry.of(name(Optional.of(spending))),
                share(duels, SimulatedDuel::alarm)));
      }
    }
    return ProofTables.table(
        "duel-suites",
        "Duels of several cells, ending early",
        "Identical sides, deviation of a trial 2 %, margin 0, corrected by Holm: share of duels"
            + " with any alarm.",
        List.of(
            ProofTables.count("cells", "cells"),
            Column.ofText("spending", "spending"),
            ProofTables.share("alarms", "any alarm")),
        rows);
  }

  private static List<SimulatedDuel> duels(
      DuelSetting setting, int cells, double margin, Optional<Spending> spending, int count) {
    SplittableRandom random = setting.random();
    Optional<GroupSequential> looks =
        spending.map(s -> new GroupSequential(s, SimulatedDuel.FIRST, SimulatedDuel.MOST));
    return IntStream.range(0, count)
        .mapToObj(i -> SimulatedDuel.of(setting, cells, margin, looks, random))
        .toList();
  }

  private static Entry share(List<SimulatedDuel> duels, Predicate<SimulatedDuel> event) {
    return Entry.of(duels.stream().filter(event).count() / (double) duels.size());
  }

  private static String name(Optional<Spending> spending) {
    return spending
        .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse("one look");
  }
}
