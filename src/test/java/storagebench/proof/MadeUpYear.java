package storagebench.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.history.Night;
import storagebench.history.NightCell;
import storagebench.history.NightFigure;
import storagebench.results.Identity;
import storagebench.statistics.Moments;

/**
 * A year of nights whose truth is known: of ten cells one gets 3 % slower on night 100, another on
 * night 220, and a third gets slower by 1 % a week from night 270 on, or none does. Forks of one
 * night and whole nights vary; CPU varies less than time, as forks of the kept sweep do, and half
 * of its variance is that of time.
 *
 * @param forks of each cell and night
 * @param cpu whether CPU is looked at beside time
 * @param changes whether anything changes
 * @param tails whether a few nights are far off, as Student's t with four degrees of freedom, and
 *     not as a normal distribution of the same deviation
 */
record MadeUpYear(int forks, boolean cpu, boolean changes, boolean tails) {
  static final int NIGHTS = 365;
  private static final int CELLS = 10;
  private static final double STEP = 0.03;
  private static final int FIRST_STEP = 100;
  private static final int SECOND_STEP = 220;
  private static final int DRIFT = 270;

  private static final double A_WEEK = 0.01;
  private static final double DAYS_OF_A_WEEK = 7;
  private static final int DEGREES = 4;
  private static final double OF_FORKS = 0.07;
  private static final double OF_NIGHTS = 0.015;

  /** Forks of the kept sweep varied by 15 % in time and 11 % in CPU. */
  private static final double CPU_OVER_TIME = 11.0 / 15;

  private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  /** The nights on which the first cells begin to change; those after them do not. */
  static final List<Integer> BEGINNINGS = List.of(FIRST_STEP, SECOND_STEP, DRIFT);

  /** Whether a cell gets slower night by night. */
  static boolean drifts(int cell) {
    return cell == 2;
  }

  /** How much slower the drift is after so many nights, as a share. */
  static double drifted(double nights) {
    return Math.expm1(nights / DAYS_OF_A_WEEK * Math.log1p(A_WEEK));
  }

  /** By how much a cell is slower on a night than on the first, on the log scale. */
  double truth(int cell, int night) {
    if (!changes || cell >= BEGINNINGS.size() || night < BEGINNINGS.get(cell)) {
      return 0;
    }
    return !drifts(cell) ? Math.log1p(STEP) : Math.log1p(drifted(night - DRIFT));
  }

  /** The nights, the same for the same seed. */
  List<Night> nights(long seed) {
    Random random = new Random(seed);
    List<Night> nights = new ArrayList<>();
    for (int night = 0; night < NIGHTS; night++) {
      List<NightCell> cells = new ArrayList<>();
      for (int cell = 0; cell < CELLS; cell++) {
        cells.add(cell(cell, truth(cell, night), random));
      }
      nights.add(
          new Night(
              1,
              "run " + night,
              "run " + night,
              FIRST.plus(night, ChronoUnit.DAYS),
              null,
              "",
              "",
              null,
              new TreeMap<>(),
              cells));
    }
    return nights;
  }

  private NightCell cell(int number, double truth, Random random) {
    double commonNight = night(random);
    double ownNight = night(random);
    double[] time = new double[forks];
    double[] spent = new double[forks];
    for (int fork = 0; fork < forks; fork++) {
      double common = random.nextGaussian();
      time[fork] = truth + OF_NIGHTS * commonNight + OF_FORKS * common;
      double half = Math.sqrt(0.5);
      spent[fork] =
          truth
              + CPU_OVER_TIME * OF_NIGHTS * half * (commonNight + ownNight)
              + CPU_OVER_TIME * OF_FORKS * half * (common + random.nextGaussian());
    }
    SortedMap<String, NightFigure> figures = new TreeMap<>(Map.of("score", figure(time)));
    if (cpu) {
      figures.put("time.cpu", figure(spent));
    }
    Identity identity =
        new Identity(
            "a.B.insert", "ss", new TreeMap<>(Map.of("variant", "V" + number)), 1, "ms/op");
    return new NightCell(identity, new TreeMap<>(), figures);
  }

  /** How far a night is off, in deviations. */
  private double night(Random random) {
    double normal = random.nextGaussian();
    if (!tails) {
      return normal;
    }
    double squares = 0;
    for (int i = 0; i < DEGREES; i++) {
      double other = random.nextGaussian();
      squares += other * other;
    }
    // The variance of Student's t is n / (n - 2).
    return normal / Math.sqrt(squares / DEGREES) / Math.sqrt(DEGREES / (DEGREES - 2.0));
  }

  private static NightFigure figure(double[] logs) {
    Moments moments = Moments.of(logs);
    double value = Math.exp(moments.mean());
    return new NightFigure(
        "us/row",
        "lower",
        false,
        value,
        moments.mean(),
        moments.deviation(),
        logs.length,
        value,
        value);
  }
}
