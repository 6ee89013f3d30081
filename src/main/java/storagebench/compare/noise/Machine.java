package storagebench.compare.noise;

import java.util.List;
import storagebench.UserError;
import storagebench.compare.match.BuildRuns;
import storagebench.compare.match.Run;
import storagebench.results.Fingerprint;

/** Which machine a run was measured on, as far as its noise goes. */
public final class Machine {
  private static final String UNKNOWN = "unknown machine";

  private Machine() {}

  /**
   * The one machine of a run that was measured in several rounds.
   *
   * @throws UserError if there are several
   */
  static String ofRounds(BuildRuns rounds) {
    List<String> machines = rounds.runs().stream().map(Machine::of).distinct().toList();
    if (machines.size() > 1) {
      throw new UserError(
          rounds.name()
              + " was measured on "
              + machines.size()
              + " machines; give the runs of each as arguments of their own");
    }
    return machines.get(0);
  }

  /** Processor, number of them and operating system; the same words for the same machine. */
  public static String of(Run run) {
    return run.fingerprint().flatMap(Fingerprint::machine).orElse(UNKNOWN);
  }
}
