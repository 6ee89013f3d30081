package storagebench.run;

import java.util.List;

/**
 * Checks all servers of a run between trials.
 *
 * @param all one check for each server
 */
public record ServerChecks(List<ServerCheck> all) implements ServerCheck {
  public ServerChecks {
    all = List.copyOf(all);
  }

  @Override
  public boolean beforeTrial() {
    boolean quiet = true;
    for (ServerCheck check : all) {
      quiet &= check.beforeTrial();
    }
    return quiet;
  }

  @Override
  public void afterFailure() {
    all.forEach(ServerCheck::afterFailure);
  }
}
