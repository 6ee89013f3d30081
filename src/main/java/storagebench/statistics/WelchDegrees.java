package storagebench.statistics;

/**
 * Degrees of freedom of the standard error of a difference between two independent means (Welch,
 * "The generalization of Student's problem", Biometrika 34, 1947; Satterthwaite, "An approximate
 * distribution of estimates of variance components", Biometrics 2, 1946).
 */
final class WelchDegrees {
  /** Of the quarter circle: the mean is then right to better than 0.01. */
  private static final int STEPS = 64;

  private WelchDegrees() {}

  /**
   * As two samples have them. Samples without any spread leave the formula undefined; the smaller
   * one counts.
   *
   * @param a squared standard error of the one mean
   * @param degreesA degrees of freedom of {@code a}
   * @param b squared standard error of the other mean
   * @param degreesB degrees of freedom of {@code b}
   */
  static double of(double a, double degreesA, double b, double degreesB) {
    double both = a + b;
    return both == 0
        ? Math.min(degreesA, degreesB)
        : both * both / (a * a / degreesA + b * b / degreesB);
  }

  /**
   * The mean over what new samples will have that are spread alike: from 3 units a side it is pi,
   * though two such samples may well have 4, the most.
   *
   * <p>The share of one sample in the sum of squares of both is Beta distributed. It is sin^2 of an
   * angle w whose density is in proportion to sin(w)^(degreesA - 1) cos(w)^(degreesB - 1).
   *
   * @param unitsA at least 2
   * @param unitsB at least 2
   */
  static double expected(int unitsA, int unitsB) {
    double degreesA = unitsA - 1.0;
    double degreesB = unitsB - 1.0;
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < STEPS; i++) {
      double angle = (i + 0.5) * Math.PI / 2 / STEPS;
      double sine = Math.sin(angle);
      double cosine = Math.cos(angle);
      double weight = Math.pow(sine, degreesA - 1) * Math.pow(cosine, degreesB - 1);
      double a = sine * sine / degreesA / unitsA;
      double b = cosine * cosine / degreesB / unitsB;
      sum += weight * of(a, degreesA, b, degreesB);
      weights += weight;
    }
    return sum / weights;
  }
}
