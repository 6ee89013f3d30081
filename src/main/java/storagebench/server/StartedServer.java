package storagebench.server;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A server that the suite started for a run, and that ends with it.
 *
 * @param here whether it runs on this machine
 * @param cpus the CPUs that all its processes share
 * @param image what its container was made from; empty if it is in none
 * @param end what became of it; empty while it runs
 * @param stop ends it; a second time does nothing
 */
public record StartedServer(
    boolean here, int cpus, Optional<Image> image, Supplier<Optional<String>> end, Runnable stop) {

  /**
   * What a container is made from.
   *
   * @param name with registry and tag, as it was pulled
   * @param digest what the registry knows it by; of an image from no registry its own id
   */
  public record Image(String name, String digest) {}
}
