package storagebench.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import storagebench.UserError;

/**
 * A unit to show a quantity in.
 *
 * @param unit what people read
 * @param perBase how many of it one base unit is
 */
public record Scale(String unit, double perBase) {
  private static final Map<Quantity, List<Scale>> SCALES =
      Map.of(
          Quantity.RATE,
          List.of(new Scale("rows/s", 1), new Scale("krows/s", 1e-3), new Scale("Mrows/s", 1e-6)),
          Quantity.TIME,
          List.of(
              new Scale("ns", 1e9),
              new Scale("us", 1e6),
              new Scale("ms", 1e3),
              new Scale("s", 1),
              new Scale("min", 1 / 60.0)),
          Quantity.BYTES,
          List.of(
              new Scale("B", 1),
              new Scale("kB", 1e-3),
              new Scale("MB", 1e-6),
              new Scale("GB", 1e-9),
              new Scale("KiB", 1 / 1024.0),
              new Scale("MiB", 1 / 1048576.0),
              new Scale("GiB", 1 / 1073741824.0)),
          Quantity.SHARE,
          List.of(new Scale("%", 100)),
          Quantity.TIME_PER_ROW,
          List.of(new Scale("us/row", 1e6), new Scale("ns/row", 1e9)),
          Quantity.TIME_PER_MILLION_ROWS,
          List.of(new Scale("ms/Mrow", 1e9), new Scale("s/Mrow", 1e6)));

  private static final List<String> CHOSEN_BY_SIZE =
      List.of("ns", "us", "ms", "s", "B", "kB", "MB", "GB");

  /** The unit that the user asked for, if it fits, or the largest that leaves no value below 1. */
  public static Scale of(Quantity quantity, double[] values, List<String> asked) {
    List<Scale> scales = SCALES.getOrDefault(quantity, List.of(new Scale(quantity.unit(), 1)));
    double smallest = smallest(values);
    Scale fitting = scales.get(0);
    for (Scale scale : scales) {
      if (asked.contains(scale.unit)) {
        return scale;
      }
      if (CHOSEN_BY_SIZE.contains(scale.unit) && smallest * scale.perBase >= 1) {
        fitting = scale;
      }
    }
    return fitting;
  }

  private static double smallest(double[] values) {
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : values) {
      double size = Math.abs(value);
      smallest = size > 0 && size < smallest ? size : smallest;
    }
    return smallest == Double.POSITIVE_INFINITY ? 1 : smallest;
  }

  /** Refuses units that nothing can be shown in, and two of the same quantity. */
  public static List<String> require(List<String> units) {
    units.forEach(Scale::require);
    for (List<Scale> ofQuantity : SCALES.values()) {
      List<String> rivals =
          units.stream()
              .distinct()
              .filter(unit -> ofQuantity.stream().anyMatch(s -> s.unit.equals(unit)))
              .toList();
      if (rivals.size() > 1) {
        throw new UserError(
            "--unit "
                + String.join(",", rivals)
                + ": units of the same quantity, expected one; leave out the others");
      }
    }
    return units.stream().distinct().toList();
  }

  private static void require(String unit) {
    List<String> known =
        SCALES.values().stream().flatMap(List::stream).map(Scale::unit).sorted().toList();
    if (!known.contains(unit)) {
      throw new UserError(
          "--unit "
              + unit
              + ": unknown; known are "
              + known.stream().collect(Collectors.joining(", ")));
    }
  }
}
