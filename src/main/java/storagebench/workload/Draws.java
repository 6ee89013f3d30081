package storagebench.workload;

/**
 * Random numbers that are a pure function of where they are drawn: SplitMix64's finaliser over a
 * seed and a place (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014). Integer arithmetic only, so no JVM draws others.
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Draws() {}

  /** The draw at a place of a seed's sequence: 64 bits. */
  static long at(long seed, long place) {
    return mix(seed + GOLDEN_GAMMA * place);
  }

  /** Uniform over 0 to bound - 1; the bias of multiply-and-shift is below bound / 2^32. */
  static int below(long draw, int bound) {
    return (int) ((draw >>> 32) * bound >>> 32);
  }

  /** Uniform over 0 to 99. */
  static int percent(long draw) {
    return below(draw, 100);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
