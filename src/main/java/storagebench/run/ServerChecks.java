package storagebench.run;

import java.util.List;

/**
 * Several grounds as one: what trials stand on that are measured in several places.
 *
 * @param all of them
 */
public record ServerChecks(List<ServerCheck> all) implements ServerCheck {
  public ServerChecks {
    all = List.copyOf(all);
  }

  @Override
  public boolean beforeTrial() {
    boolean quiet = true;
    for (ServerCheck ground : all) {
      quiet &= ground.beforeTrial();
    }
    return quiet;
  }

  @Override
  public void afterFailure() {
    all.forEach(ServerCheck::afterFailure);
  }
}
