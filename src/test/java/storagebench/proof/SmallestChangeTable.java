package storagebench.proof;

import java.util.ArrayList;
import java.util.List;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Table;

/** Whether the change that a comparison says it could have seen is seen in 80 of 100. */
final class SmallestChangeTable {
  private static final double FORK_CV = 0.03;
  private static final int ITERATIONS = 10;

  private SmallestChangeTable() {}

  static Table of() {
    List<List<Entry>> rows = new ArrayList<>();
    for (boolean paired : new boolean[] {false, true}) {
      for (int cells : new int[] {1, SuiteAlarms.CELLS}) {
        for (double margin : new double[] {0, 0.03}) {
          for (int forks : new int[] {3, 5, 10}) {
            rows.add(row(paired, cells, margin, forks));
          }
        }
      }
    }
    return ProofTables.table(
        "smallest-change",
        "The printed smallest change",
        "Share of new comparisons that see a slowdown as large as the smallest change that a"
            + " comparison prints: 80 of 100 are meant. Few forks know their spread badly, and what"
            + " they print varies; the share counts over all that is printed, as a user meets it."
            + " The median, which is printed typically, is seen more often: it makes up for"
            + " comparisons that print too little. In a suite each cell is tested at the strictest"
            + " step of the correction. From few unpaired forks the share is somewhat above 80:"
            + " Welch's degrees of freedom are an estimate as well, and what is printed counts on"
            + " no more of them than new forks will have.",
        List.of(
            Column.ofText("forks_are", "forks are"),
            ProofTables.count("cells", "cells"),
            ProofTables.share("margin", "margin"),
            ProofTables.count("forks", "forks"),
            ProofTables.share("median", "median printed"),
            ProofTables.share("power", "power at what is printed"),
            ProofTables.share("power_median", "power at the median")),
        rows);
  }

  private static List<Entry> row(boolean paired, int cells, double margin, int forks) {
    Setting unpaired = Setting.identical(FORK_CV, forks, ITERATIONS);
    SmallestChange printed =
        SmallestChange.of(
            paired ? unpaired.drifting(Setting.Drift.NONE, true) : unpaired, margin, cells);
    return List.of(
        Entry.of(paired ? "paired" : "unpaired"),
        Entry.of(cells),
        Entry.of(margin),
        Entry.of(forks),
        Entry.of(printed.median()),
        Entry.of(printed.power()),
        Entry.of(printed.powerAtMedian()));
  }
}
