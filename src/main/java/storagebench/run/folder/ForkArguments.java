package storagebench.run.folder;

import java.util.Collection;
import java.util.List;
import storagebench.gpfdist.ListenAddress;
import storagebench.results.ProfileFolder;
import storagebench.server.TargetFinder;
import storagebench.server.UserScripts;
import storagebench.storage.Sides;

/** Arguments that the suite gives the JVM of every fork, beside those of the user's. */
public final class ForkArguments {
  /**
   * JMH checks the layout of its own classes by {@code sun.misc.Unsafe}, of which JDK 24 and newer
   * warn in four lines without this property. Older ones ignore it.
   */
  public static final String WITHOUT_WARNING = "-Dsun.misc.unsafe.memory.access=allow";

  private static final List<String> OWN =
      List.of(
          WITHOUT_WARNING,
          "-D" + TargetFinder.HANDOFF + "=",
          "-D" + Sides.PROPERTY + "=",
          "-D" + ProfileFolder.PROPERTY + "=",
          "-D" + UserScripts.PROPERTY + "=",
          "-D" + ListenAddress.PROPERTY + "=");

  private ForkArguments() {}

  /** Those without the suite's own, as results record them. */
  static List<String> withoutOwn(Collection<String> arguments) {
    return arguments.stream()
        .filter(argument -> OWN.stream().noneMatch(argument::startsWith))
        .toList();
  }
}
