package storagebench.report.study;

import java.util.Arrays;
import java.util.List;
import storagebench.UserError;
import storagebench.results.Cell;
import storagebench.results.Key;

/**
 * What rows are compared with, written {@code VALUE,...} for variants or {@code KEY=VALUE,...}.
 *
 * @param key the key whose values are compared; the rest of the identity must be equal
 * @param values the values to compare with, one column each
 */
public record Reference(Key key, List<String> values) {
  /** What throughput is compared with where nothing else was asked for. */
  public static final Reference OF_SPEED = new Reference(Key.VARIANT, List.of("AO", "AOCO"));

  /** What sizes are compared with where nothing else was asked for. */
  public static final Reference OF_SIZE = new Reference(Key.VARIANT, List.of("AOCO"));

  public Reference {
    values = List.copyOf(values);
  }

  /** Reads a reference as the user writes it. */
  public static Reference parse(String text) {
    int equals = text.indexOf('=');
    Key key = equals < 0 ? Key.VARIANT : new Key(text.substring(0, equals).strip());
    List<String> values =
        Arrays.stream(text.substring(equals + 1).split(",")).map(String::strip).toList();
    if (key.name().isEmpty() || values.isEmpty() || values.contains("")) {
      throw new UserError("--reference " + text + ": expected VARIANT[,VARIANT...] or KEY=VALUE");
    }
    return new Reference(key, values);
  }

  /** Refuses a reference that no cell can be compared with. */
  public void requireIn(List<Cell> cells) {
    List<String> known =
        cells.stream().flatMap(c -> key.of(c.identity()).stream()).distinct().toList();
    for (String value : values) {
      if (!known.contains(value)) {
        throw new UserError(
            "--reference "
                + value
                + ": no result has it as "
                + key.name()
                + "; known are "
                + String.join(", ", known));
      }
    }
  }
}
