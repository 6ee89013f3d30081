package storagebench.proof;

import java.util.SplittableRandom;

/**
 * Two simulated runs of one cell: log-normal batch times, a share of the noise common to a fork.
 *
 * @param forkCv true variation between forks, as a share
 * @param forks forks a side
 * @param iterations batches a fork
 * @param slowdown how much slower the candidate truly is, as a share
 * @param drift what happens to everything from one fork to the next
 * @param inTurns whether each round ran both sides, in random order, or all of one came first
 * @param stalls share of batches that take three times as long, as under a checkpoint
 */
record Setting(
    double forkCv,
    int forks,
    int iterations,
    double slowdown,
    Drift drift,
    boolean inTurns,
    double stalls) {
  /** Variation of the batches of one fork, as in the simulations of the design. */
  static final double ITERATION_CV = 0.03;

  private static final double STALL = 3;

  /** How the machine changes by 1 % from one fork to the next, whichever side it is of. */
  enum Drift {
    NONE,
    /** Always slower. */
    STEADY,
    /** A random walk. */
    WALK;

    private static final double STEP = 0.01;

    double step(SplittableRandom random) {
      return switch (this) {
        case NONE -> 0;
        case STEADY -> STEP;
        case WALK -> STEP * random.nextGaussian();
      };
    }
  }

  /** The same build on both sides, all of one first, without drift or stalls. */
  static Setting identical(double forkCv, int forks, int iterations) {
    return new Setting(forkCv, forks, iterations, 0, Drift.NONE, false, 0);
  }

  Setting slowerBy(double share) {
    return new Setting(forkCv, forks, iterations, share, drift, inTurns, stalls);
  }

  Setting drifting(Drift kind, boolean measuredInTurns) {
    return new Setting(forkCv, forks, iterations, slowdown, kind, measuredInTurns, stalls);
  }

  Setting stalling(double share) {
    return new Setting(forkCv, forks, iterations, slowdown, drift, inTurns, share);
  }

  /** Draws the batch times of both sides, in milliseconds. */
  Times draw(SplittableRandom random) {
    double[][] baseline = new double[forks][];
    double[][] candidate = new double[forks][];
    double[] level = levels(random);
    for (int fork = 0; fork < forks; fork++) {
      boolean candidateFirst = random.nextBoolean();
      int first = inTurns ? 2 * fork + (candidateFirst ? 1 : 0) : fork;
      int second = inTurns ? 2 * fork + (candidateFirst ? 0 : 1) : forks + fork;
      baseline[fork] = fork(random, level[first]);
      candidate[fork] = fork(random, level[second] * (1 + slowdown));
    }
    return new Times(baseline, candidate, inTurns);
  }

  /** Milliseconds of a batch, fork after fork as they ran. */
  private double[] levels(SplittableRandom random) {
    double[] levels = new double[2 * forks];
    double log = StrictMath.log(100);
    for (int i = 0; i < levels.length; i++) {
      levels[i] = StrictMath.exp(log);
      log += drift.step(random);
    }
    return levels;
  }

  private double[] fork(SplittableRandom random, double level) {
    double ofFork = sigma(forkCv) * random.nextGaussian();
    double[] times = new double[iterations];
    for (int i = 0; i < iterations; i++) {
      double stall = stalls > 0 && random.nextDouble() < stalls ? STALL : 1;
      times[i] =
          level * stall * StrictMath.exp(ofFork + sigma(ITERATION_CV) * random.nextGaussian());
    }
    return times;
  }

  /** Deviation of the logarithm of a log-normal variable with this coefficient of variation. */
  private static double sigma(double cv) {
    return StrictMath.sqrt(StrictMath.log1p(cv * cv));
  }
}
