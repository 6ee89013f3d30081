package storagebench.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import storagebench.choose.Contender;
import storagebench.choose.Front;

/**
 * Simulated trials of races.
 *
 * @param field how the contenders lie
 * @param contenders how many
 * @param deviation of the logarithm of a trial's time
 * @param noise how it is distributed
 */
record RaceSetting(Field field, int contenders, double deviation, Noise noise) {
  static final double MARGIN = 0.03;
  static final double LOG_MARGIN = StrictMath.log1p(MARGIN);
  private static final long SEED = 20260121;

  /** How contenders lie. */
  enum Field {
    STORAGE_OPTIONS,
    AT_THE_MARGIN
  }

  /** What varies. */
  enum Noise {
    NORMAL,
    /** Two trials in a hundred take up to three times as long. */
    STALLS,
    /** Deviations of the contenders are from a third of the given one to all of it. */
    UNEQUAL,
    /** All trials of a round are slower or faster by a common factor. */
    DRIFT
  }

  /** Random numbers of a race of this setting. */
  Random random(int race) {
    return new Random(SEED + toString().hashCode() + 7919L * race);
  }

  /** The truth of a race. */
  List<Front.Point> draw(Random random) {
    return field == Field.AT_THE_MARGIN
        ? StorageOptions.atTheMargin(contenders, LOG_MARGIN)
        : StorageOptions.draw(contenders, random);
  }

  /** One round of all, by contender. */
  Map<Contender, Double> round(List<Front.Point> truth, Random random) {
    Map<Contender, Double> times = new HashMap<>();
    double common = noise == Noise.DRIFT ? 0.1 * random.nextGaussian() : 0;
    for (int i = 0; i < truth.size(); i++) {
      Front.Point point = truth.get(i);
      double share = noise == Noise.UNEQUAL ? (1 + i % 3) / 3.0 : 1;
      double stall =
          noise == Noise.STALLS && random.nextInt(50) == 0
              ? StrictMath.log(1 + 2 * random.nextDouble())
              : 0;
      double time = point.logTime() + common + share * deviation * random.nextGaussian() + stall;
      times.put(point.contender(), time);
    }
    return times;
  }
}
