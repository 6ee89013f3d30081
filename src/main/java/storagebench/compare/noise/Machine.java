package storagebench.compare.noise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import storagebench.compare.input.Run;

/** Which machine a run was measured on, as far as its noise goes. */
public final class Machine {
  private static final List<String> FACTS = List.of("client.cpu", "client.cpus", "client.os");
  private static final String UNKNOWN = "unknown machine";

  private Machine() {}

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
