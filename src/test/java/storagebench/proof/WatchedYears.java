package storagebench.proof;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import storagebench.history.Change;
import storagebench.history.History;
import storagebench.history.Night;

/**
 * What a history says of many made-up years.
 *
 * @param year what is made up
 * @param watched year by year
 */
record WatchedYears(MadeUpYear year, List<OneYear> watched) {
  private static final int STEPS = 2;
  private static final int NEVER = Integer.MAX_VALUE;

  /**
   * What a history says of one.
   *
   * @param untilFound of each of the three changes the nights from its first to the one on which it
   *     was found; {@link #NEVER} where it was not
   * @param found whether each was found
   * @param placed whether the first night of each lies between the two that are told
   * @param falseNights nights on which something is told that is not so
   */
  private record OneYear(int[] untilFound, boolean[] found, boolean[] placed, int falseNights) {}

  /** Watches years of these seeds and those after it. */
  static WatchedYears of(MadeUpYear year, int years, long seed) {
    return new WatchedYears(
        year, IntStream.range(0, years).parallel().mapToObj(i -> watched(year, seed + i)).toList());
  }

  private static OneYear watched(MadeUpYear year, long seed) {
    List<Night> nights = year.nights(seed);
    int changing = MadeUpYear.BEGINNINGS.size();
    OneYear seen =
        new OneYear(
            MadeUpYear.BEGINNINGS.stream().mapToInt(first -> NEVER).toArray(),
            new boolean[changing],
            new boolean[changing],
            0);
    Set<Integer> wrong = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (Change change : History.of(nights, History.Options.DEFAULT).changes()) {
      int cell = Integer.parseInt(change.line().cell().params().get("variant").substring(1));
      int night = night(nights, change.found());
      boolean real = change.reading().ratio().value() > 1 && year.truth(cell, night) > 0;
      boolean again = real && !told.add(cell + change.line().metric()) && !MadeUpYear.drifts(cell);
      if (!real || again) {
        wrong.add(night);
      } else if (!seen.found[cell]) {
        int first = MadeUpYear.BEGINNINGS.get(cell);
        seen.found[cell] = true;
        seen.untilFound[cell] = night - first;
        seen.placed[cell] =
            night(nights, change.lastWithout()) < first
                && night(nights, change.firstWith()) >= first;
      }
    }
    return new OneYear(seen.untilFound, seen.found, seen.placed, wrong.size());
  }

  private static int night(List<Night> nights, Night night) {
    return (int) ChronoUnit.DAYS.between(nights.get(0).started(), night.started());
  }

  /** Share of nights on which something is told that is not so. */
  double falseNights() {
    return watched.stream().mapToInt(OneYear::falseNights).sum()
        / (double) (watched.size() * MadeUpYear.NIGHTS);
  }

  /** Share of the steps that were found before the end of their year. */
  double stepsFound() {
    return count(seen -> seen.found) / (STEPS * watched.size());
  }

  /** Share of the steps that were found whose first night lies between the two that are told. */
  double stepsPlaced() {
    return count(seen -> seen.placed) / count(seen -> seen.found);
  }

  private double count(Function<OneYear, boolean[]> which) {
    return watched.stream()
        .mapToLong(
            seen -> IntStream.range(0, STEPS).filter(cell -> which.apply(seen)[cell]).count())
        .sum();
  }

  /** Nights until this share of the steps was found; NaN if fewer were. */
  double nightsToStep(double share) {
    return quantile(share, IntStream.range(0, STEPS).toArray());
  }

  /** Nights until this share of the drifts was found; NaN if fewer were. */
  double nightsToDrift(double share) {
    return quantile(share, STEPS);
  }

  private double quantile(double share, int... cells) {
    int[] sorted =
        Arrays.stream(cells)
            .flatMap(cell -> watched.stream().mapToInt(seen -> seen.untilFound[cell]))
            .sorted()
            .toArray();
    int nights = sorted[(int) Math.ceil(share * sorted.length) - 1];
    return nights == NEVER ? Double.NaN : nights;
  }
}
