package storagebench.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.results.Identity;
import storagebench.results.Key;

/** How sentences name a cell. */
public final class CellNames {
  private CellNames() {}

  /** Method and every parameter, such as {@code copy variant=AO batchSize=10000}. */
  public static String of(Identity identity) {
    return Stream.concat(
            Stream.of(method(identity)).filter(m -> !m.isEmpty()),
            identity.params().entrySet().stream().map(p -> p.getKey() + "=" + p.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** The name without one key, set off by a comma; empty if nothing remains. */
  public static String suffix(Identity identity, Key without) {
    String name = of(without.dropFrom(identity));
    return name.isEmpty() ? "" : ", " + name;
  }

  private static String method(Identity identity) {
    return identity.benchmark().substring(identity.benchmark().lastIndexOf('.') + 1);
  }
}
