package storagebench.target;

import com.github.dockerjava.api.DockerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * The Docker engine of this machine, found by Testcontainers' own strategies.
 *
 * <p>Testcontainers' containers proper are not used: each brings a reaper, which is another image
 * from a registry, and without a registry takes minutes to say so. The suite removes its containers
 * itself, those of killed runs at the next start.
 *
 * @param client speaks to it
 * @param host where its published ports are
 */
record DockerEngine(DockerClient client, String host) {

  /** The engine; empty where none answers. */
  static Optional<DockerEngine> find() {
    return strategy()
        .map(valid -> new DockerEngine(valid.getDockerClient(), valid.getDockerHostIpAddress()));
  }

  /** Whether there is one; where its ports are may take an image to find out. */
  static boolean answers() {
    return strategy().isPresent();
  }

  private static Optional<DockerClientProviderStrategy> strategy() {
    List<DockerClientProviderStrategy> strategies = new ArrayList<>();
    ServiceLoader.load(DockerClientProviderStrategy.class).forEach(strategies::add);
    try {
      return Optional.of(DockerClientProviderStrategy.getFirstValidStrategy(strategies));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }
}
