package storagebench.compare.match;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.results.Identity;

/** How sentences and other tools name a cell. */
public final class CellName {
  private static final String USUAL_MODE = "ss";

  private CellName() {}

  /**
   * Method and every parameter, such as {@code copy batchSize=1000 variant=AO}; threads and mode
   * where they are not one and single shots.
   */
  public static String of(Identity cell) {
    return named(method(cell), cell);
  }

  /** The same with the class of the method, in full. */
  public static String withClass(Identity cell) {
    return named(cell.benchmark(), cell);
  }

  private static String named(String benchmark, Identity cell) {
    Stream<String> params =
        cell.params().entrySet().stream().map(p -> p.getKey() + "=" + p.getValue());
    Stream<String> rest =
        Stream.of(
            cell.threads() > 1 ? "threads=" + cell.threads() : "",
            cell.mode().equals(USUAL_MODE) ? "" : "mode=" + cell.mode());
    return Stream.of(Stream.of(benchmark), params, rest)
        .flatMap(words -> words)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String method(Identity cell) {
    return cell.benchmark().substring(cell.benchmark().lastIndexOf('.') + 1);
  }
}
