package storagebench.run.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import storagebench.UserError;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;
import storagebench.results.FingerprintPolicy;
import storagebench.results.RunFolder;
import storagebench.run.plan.RunOptions;

/**
 * Checks that a run is resumed as it was begun: with its options, on its server.
 *
 * @param folder the run's
 */
public record ResumeCheck(Path folder) {
  /**
   * Compares the options that are given again with the plan. The budget may differ, because it
   * changes no figure.
   *
   * @param words what is given of the arguments that the plan keeps
   * @param options what is given of the run's own
   * @throws UserError at the first that is another
   */
  public void plan(RunPlan plan, List<String> words, RunOptions options) {
    refuse("JMH's options", words.isEmpty() ? null : words, plan.arguments());
    refuse("--order", options.order(), plan.order());
    refuse("--seed", options.seed(), plan.seed());
    refuse("--until", options.until(), plan.until());
    refuse("--settle", options.settle(), plan.settle().orElse(null));
    refuse("--results", options.results(), null);
  }

  private void refuse(String option, Object asked, Object planned) {
    if (asked != null && !Objects.equals(asked, planned)) {
      throw new UserError(
          "--resume "
              + folder
              + " and "
              + option
              + " "
              + asked
              + " contradict each other: the run was begun with "
              + (planned == null ? "none" : planned)
              + "; leave it out");
    }
  }

  /**
   * Compares servers by {@link FingerprintPolicy#SAME_SERVER}.
   *
   * @param now the fingerprint as it is today
   * @param startedBySuite whether the server was started for this run
   * @throws UserError at the first difference
   */
  public void server(Fingerprint now, boolean startedBySuite) {
    server(
        now,
        startedBySuite ? FingerprintPolicy.SAME_STARTED_SERVER : FingerprintPolicy.SAME_SERVER);
  }

  /** The same by another policy. */
  public void server(Fingerprint now, FingerprintPolicy policy) {
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
      throw new UserError(refusal(different));
    }
  }

  private String refusal(List<Difference> different) {
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
