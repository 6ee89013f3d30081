package storagebench.report.study;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.results.Identity;
import storagebench.results.Key;

/** How sentences name a cell: by the keys that differ between cells. */
public final class CellNames {
  private static final List<Key> COMPRESSION = List.of(Key.COMPRESSTYPE, Key.COMPRESSLEVEL);

  private CellNames() {}

  /** Such as {@code PAX copy batchSize=10000}; empty where there is one cell alone. */
  public static String of(Study study, Identity identity) {
    return study.keys().stream()
        .filter(study::varies)
        .flatMap(key -> key.of(identity).map(value -> named(key, value)).stream())
        .collect(Collectors.joining(" "));
  }

  /** The variant with its compression and other options, as far as they differ between cells. */
  public static String ofVariant(Study study, Identity identity) {
    boolean compression = COMPRESSION.stream().anyMatch(study::varies);
    Stream<String> bare =
        Stream.concat(Stream.of(Key.VARIANT), COMPRESSION.stream().filter(key -> compression))
            .flatMap(key -> key.of(identity).stream());
    Stream<String> others =
        study.keys().stream()
            .filter(key -> key.isOption() && !COMPRESSION.contains(key) && study.varies(key))
            .flatMap(key -> key.of(identity).map(value -> named(key, value)).stream());
    return Stream.concat(bare, others).collect(Collectors.joining(" "));
  }

  /** The name without one key, set off by a comma; empty if nothing remains. */
  public static String suffix(Study study, Identity identity, Key without) {
    String name = of(study, without.dropFrom(identity));
    return name.isEmpty() ? "" : ", " + name;
  }

  private static String named(Key key, String value) {
    if (key.equals(Key.BENCHMARK)) {
      return value.substring(value.lastIndexOf('.') + 1);
    }
    return key.equals(Key.VARIANT) ? value : key.name() + "=" + value;
  }
}
