package storagebench.statistics;

/**
 * Student's t with bounds that hold at all looks together, however many there are and whatever made
 * one stop: the estimate is tested after each round, without a last round that is known beforehand.
 * {@link GroupSequential} asks for one, and for a variance that a pair estimates by itself.
 *
 * <p>The bound is where a mixture of likelihood ratios reaches 1 / alpha. The mixture is a
 * martingale if there is no difference, so that it ever gets there with probability alpha at most
 * (Ville's inequality). Under the mixture a difference in residual deviations is normal; the
 * nuisance parameters have the right Haar prior (Lai, "On confidence sequences", Annals of
 * Statistics 4, 1976; Lindon, Ham, Tingley and Bojinov, "Anytime-valid linear models and regression
 * adjusted causal inference in randomized experiments", arXiv 2210.08589, which is used here; Wang
 * and Ramdas, "Anytime-valid t-tests and confidence sequences for Gaussian means with unknown
 * variance", Sequential Analysis 2025). With r = phi / (phi + z<sup>2</sup>) it is
 *
 * <pre>E = sqrt r ((1 + r t<sup>2</sup> / f) / (1 + t<sup>2</sup> / f))<sup>-(f + 1) / 2</sup>.
 * </pre>
 */
public final class AnytimeT {
  /** Deviation of the mixture, in residual deviations: what is found soonest. */
  private static final double SOUGHT = 5;

  private static final double PHI = 1 / (SOUGHT * SOUGHT);

  private AnytimeT() {}

  /**
   * The |t| from which on a difference is beyond doubt.
   *
   * @param alpha probability that t ever gets there without a difference, two-sided
   * @param information residual variance by the variance of the estimate: half the number of rounds
   *     for the difference of two means
   * @param degrees degrees of freedom of the residual variance
   * @return infinite while there are too few degrees of freedom
   */
  public static double critical(double alpha, double information, double degrees) {
    double r = PHI / (PHI + information);
    double excess = Math.expm1(-Math.log(alpha * alpha * r) / (degrees + 1));
    double rest = 1 - (1 + excess) * r;
    return degrees > 0 && rest > 0 ? Math.sqrt(degrees * excess / rest) : Double.POSITIVE_INFINITY;
  }

  /** The evidence for a difference: a likelihood ratio of mixture to no difference. */
  static double evidence(double t, double information, double degrees) {
    double r = PHI / (PHI + information);
    double perDegree = t * t / degrees;
    return Math.sqrt(r) * Math.pow((1 + r * perDegree) / (1 + perDegree), -(degrees + 1) / 2);
  }
}
