package storagebench.proof;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import storagebench.history.Change;
import storagebench.history.History;
import storagebench.history.Night;

/**
 * What a history says of many made-up years.
 *
 * @param year what is made up
 * @param untilFound of each of the three changes, in each year, the nights from its first to the
 *     one on which it was found; as many as are left in the year where it was not
 * @param found of each change, in how many years it was found
 * @param located of each change that was found, in how many years its first night lies between the
 *     two that are told
 * @param falseNights nights on which something is told that is not so
 * @param years how many years
 */
record WatchedYears(
    MadeUpYear year,
    double[][] untilFound,
    int[] found,
    int[] located,
    int falseNights,
    int years) {

  static WatchedYears of(MadeUpYear year, int years, long seed) {
    double[][] untilFound = new double[MadeUpYear.BEGINNINGS.size()][years];
    int[] found = new int[untilFound.length];
    int[] located = new int[untilFound.length];
    int falseNights = 0;
    for (int i = 0; i < years; i++) {
      List<Night> nights = year.nights(seed + i);
      History history = History.of(nights, History.Options.DEFAULT);
      Set<Integer> wrong = new HashSet<>();
      boolean[] seen = new boolean[untilFound.length];
      for (int cell = 0; cell < untilFound.length; cell++) {
        untilFound[cell][i] = MadeUpYear.NIGHTS - MadeUpYear.BEGINNINGS.get(cell);
      }
      for (Change change : history.changes()) {
        int cell = Integer.parseInt(change.line().cell().params().get("variant").substring(1));
        int night = night(nights, change.found());
        boolean real = year.truth(cell, night) > 0 && change.reading().ratio().value() > 1;
        boolean drifts = cell == 2;
        if (!real || seen[cell] && !drifts && !isOtherMetric(history, change)) {
          wrong.add(night);
        } else if (!seen[cell]) {
          seen[cell] = true;
          found[cell]++;
          untilFound[cell][i] = night - MadeUpYear.BEGINNINGS.get(cell);
          int beginning = MadeUpYear.BEGINNINGS.get(cell);
          if (night(nights, change.lastWithout()) < beginning
              && night(nights, change.firstWith()) >= beginning) {
            located[cell]++;
          }
        }
      }
      falseNights += wrong.size();
    }
    return new WatchedYears(year, untilFound, found, located, falseNights, years);
  }

  /** Whether it is the first that is told of its own metric. */
  private static boolean isOtherMetric(History history, Change change) {
    return history.changes().stream()
        .filter(other -> other.line() == change.line())
        .filter(other -> other.reading().ratio().value() > 1)
        .filter(other -> other.found().started().isBefore(change.found().started()))
        .findAny()
        .isEmpty();
  }

  private static int night(List<Night> nights, Night night) {
    return (int) ChronoUnit.DAYS.between(nights.get(0).started(), night.started());
  }

  double falseShare() {
    return (double) falseNights / years / MadeUpYear.NIGHTS;
  }

  /** Nights until a change was found in this share of the years. */
  double quantile(int cell, double share) {
    double[] sorted = untilFound[cell].clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  public static void main(String[] args) {
    int years = Integer.parseInt(args[0]);
    for (int forks : new int[] {5, 10, 20}) {
      for (boolean cpu : new boolean[] {false, true}) {
        long t = System.nanoTime();
        WatchedYears w = of(new MadeUpYear(forks, cpu, true), years, 1);
        WatchedYears none = of(new MadeUpYear(forks, cpu, false), years, 1);
        List<String> words = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
          words.add(
              String.format(
                  "found %d loc %d q50 %.0f q90 %.0f",
                  w.found[c], w.located[c], w.quantile(c, .5), w.quantile(c, .9)));
        }
        System.out.printf(
            "forks %d cpu %b false %.4f none %.4f %s  %.0f s%n",
            forks, cpu, w.falseShare(), none.falseShare(), words, (System.nanoTime() - t) / 1e9);
      }
    }
  }
}
