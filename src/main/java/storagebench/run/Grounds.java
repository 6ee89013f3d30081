package storagebench.run;

import java.util.List;

/**
 * Several grounds as one: what trials stand on that are measured in several places.
 *
 * @param all of them
 */
public record Grounds(List<Ground> all) implements Ground {
  public Grounds {
    all = List.copyOf(all);
  }

  @Override
  public boolean beforeTrial() {
    boolean quiet = true;
    for (Ground ground : all) {
      quiet &= ground.beforeTrial();
    }
    return quiet;
  }

  @Override
  public void afterFailure() {
    all.forEach(Ground::afterFailure);
  }
}
