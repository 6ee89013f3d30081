package storagebench.duel;

import java.util.ArrayList;
import java.util.List;
import storagebench.server.Target;
import storagebench.server.TargetFinder;

/** The servers of a duel: the usual one is found or started once, for both sides if need be. */
final class DuelTargets implements AutoCloseable {
  private final TargetFinder finder;
  private final List<Target> started = new ArrayList<>();
  private Target usual;

  DuelTargets(TargetFinder finder) {
    this.finder = finder;
  }

  /** The side's server, whose sessions have the side's settings. */
  synchronized Target of(DuelSide side) {
    Target target = side.onUsualServer() ? usual() : started(side.ownTarget(finder).orElseThrow());
    return target.with(side.settings());
  }

  private Target usual() {
    if (usual == null) {
      usual = started(finder.find());
    }
    return usual;
  }

  private Target started(Target target) {
    started.add(target);
    return target;
  }

  /** Stops what was started; a second time does nothing. */
  @Override
  public void close() {
    List<Target> left = List.copyOf(started);
    started.clear();
    left.forEach(Target::close);
  }
}
