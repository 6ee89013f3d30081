package storagebench.proof;

import java.util.SplittableRandom;
import java.util.function.Predicate;

/** How often something happens in simulated comparisons, from a fixed seed. */
final class Rates {
  /** Comparisons a setting: a true 5 % is measured with a standard error of 0.2 %. */
  static final int COMPARISONS = 10_000;

  private static final long SEED = 20260105;

  private Rates() {}

  /** Share of the comparisons for which it is true; each setting draws its own numbers. */
  static double of(Setting setting, Predicate<Times> event) {
    SplittableRandom random = random(setting);
    int count = 0;
    for (int i = 0; i < COMPARISONS; i++) {
      count += event.test(setting.draw(random)) ? 1 : 0;
    }
    return count / (double) COMPARISONS;
  }

  /** Random numbers of a setting. */
  static SplittableRandom random(Setting setting) {
    return new SplittableRandom(SEED + setting.toString().hashCode());
  }
}
