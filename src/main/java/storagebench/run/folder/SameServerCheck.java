package storagebench.run.folder;

import java.nio.file.Path;
import java.util.List;
import storagebench.UserError;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;
import storagebench.results.FingerprintPolicy;
import storagebench.results.RunFolder;

/**
 * Checks that a run is resumed on the server where it began, by {@link
 * FingerprintPolicy#SAME_SERVER}.
 */
public final class SameServerCheck {
  private SameServerCheck() {}

  /**
   * Compares.
   *
   * @param folder the run's
   * @param now the fingerprint as it is today
   * @param startedBySuite whether the server was started for this run
   * @throws UserError at the first difference
   */
  public static void check(Path folder, Fingerprint now, boolean startedBySuite) {
    check(
        folder,
        now,
        startedBySuite ? FingerprintPolicy.SAME_STARTED_SERVER : FingerprintPolicy.SAME_SERVER);
  }

  /**
   * Compares what a policy looks at.
   *
   * @throws UserError at the first difference
   */
  public static void check(Path folder, Fingerprint now, FingerprintPolicy policy) {
    Fingerprint before =
        Fingerprint.beside(folder.resolve(RunFolder.RESULTS))
            .orElseThrow(
                () ->
                    new UserError(
                        folder.resolve(RunFolder.FINGERPRINT)
                            + ": no such file, so nobody knows what the run was measured on; begin"
                            + " anew"));
    List<Difference> different = policy.between(before, now);
    if (!different.isEmpty()) {
      throw new UserError(refusal(folder, different));
    }
  }

  private static String refusal(Path folder, List<Difference> different) {
    Difference first = different.get(0);
    return folder
        + " was measured on something else: "
        + first.field()
        + " was '"
        + first.baseline()
        + "' and is '"
        + first.candidate()
        + "'"
        + (different.size() > 1 ? ", and " + (different.size() - 1) + " more facts differ" : "")
        + "; restore that, or begin a new run";
  }
}
