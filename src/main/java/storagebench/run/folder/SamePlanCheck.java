package storagebench.run.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import storagebench.UserError;
import storagebench.run.plan.RunOptions;

/**
 * Checks that options given again at a resumption equal those of the plan. The budget may differ,
 * because it changes no figure.
 */
public final class SamePlanCheck {
  private SamePlanCheck() {}

  /**
   * Compares.
   *
   * @param folder the run's
   * @param words what is given of the arguments that the plan keeps
   * @param options what is given of the run's own
   * @throws UserError at the first that is another
   */
  public static void check(RunPlan plan, Path folder, List<String> words, RunOptions options) {
    refuse(folder, "JMH's options", words.isEmpty() ? null : words, plan.arguments());
    refuse(folder, "--order", options.order(), plan.order());
    refuse(folder, "--seed", options.seed(), plan.seed());
    refuse(folder, "--until", options.until(), plan.until());
    refuse(folder, "--settle", options.settle(), plan.settle().orElse(null));
    refuse(folder, "--results", options.results(), null);
  }

  private static void refuse(Path folder, String option, Object asked, Object planned) {
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
}
