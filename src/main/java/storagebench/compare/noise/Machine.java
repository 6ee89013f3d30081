package storagebench.compare.noise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import storagebench.UserError;
import storagebench.compare.match.Run;
import storagebench.compare.match.Side;

/** Which machine a run was measured on, as far as its noise goes. */
public final class Machine {
  private static final List<String> FACTS = List.of("client.cpu", "client.cpus", "client.os");
  private static final String UNKNOWN = "unknown machine";

  private Machine() {}

  /**
   * The one machine of a run that was measured in several rounds.
   *
   * @throws UserError if there are several
   */
  static String ofRounds(Side rounds) {
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
    return run.fingerprint()
        .map(
            f ->
                FACTS.stream()
                    .flatMap(fact -> Optional.ofNullable(f.facts().get(fact)).stream())
                    .collect(Collectors.joining(", ")))
        .filter(words -> !words.isEmpty())
        .orElse(UNKNOWN);
  }
}
