package storagebench.report.question;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.report.study.TableSizes;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.results.Metric;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * What does compression cost? The same rows in the same access method, by compressor and level:
 * speed and size beside the cell that stores the most bytes, which is the uncompressed one where it
 * was measured.
 */
public final class CompressionCost implements Question {
  private record Setting(Cell cell, Cell largest) {
    boolean isLargest() {
      return cell == largest;
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    return new TableBuilder<Setting>(
            "compression-cost",
            "What compression costs",
            "The same rows in the same access method by compressor and level. Saved and lost: the"
                + " share of bytes per row and of throughput, beside the setting that stores the"
                + " most bytes, where both are blank.")
        .keys(study.keys(), s -> s.cell.identity())
        .add(Throughput.RATE, s -> Entry.of(Speed.rate(s.cell).orElseThrow().estimate()))
        .add(ServerCost.CPU, s -> ServerCost.cpu(s.cell))
        .add(
            Compression.BYTES_PER_ROW,
            s -> Entry.of(TableSizes.ratio(s.cell, Metric.BYTES_TABLE, Metric.ROWS_TABLE)))
        .add(share("share_saved", "saved", Direction.HIGHER_IS_BETTER), CompressionCost::saved)
        .add(share("share_lost", "lost", Direction.LOWER_IS_BETTER), CompressionCost::lost)
        .buildUnlessEmpty(settings(study));
  }

  private static Column share(String name, String heading, Direction good) {
    return Column.of(name, heading, Quantity.SHARE, good).withInterval();
  }

  private static Entry saved(Setting setting) {
    return setting.isLargest()
        ? Entry.BLANK
        : Entry.of(TableSizes.relative(setting.cell, setting.largest).complement());
  }

  private static Entry lost(Setting setting) {
    return setting.isLargest()
        ? Entry.BLANK
        : Entry.of(Speed.relative(setting.cell, setting.largest).estimate().complement());
  }

  private static List<Setting> settings(Study study) {
    Map<Identity, List<Cell>> groups =
        study.cells().stream()
            .filter(c -> Key.COMPRESSTYPE.of(c.identity()).isPresent())
            .filter(c -> Speed.rate(c).isPresent() && bytesPerRow(c) > 0)
            .collect(
                Collectors.groupingBy(
                    CompressionCost::withoutCompression, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .flatMap(CompressionCost::besideLargest)
        .toList();
  }

  private static Identity withoutCompression(Cell cell) {
    return Key.COMPRESSLEVEL.dropFrom(Key.COMPRESSTYPE.dropFrom(cell.identity()));
  }

  private static Stream<Setting> besideLargest(Collection<Cell> group) {
    Cell largest =
        group.stream().max(Comparator.comparingDouble(CompressionCost::bytesPerRow)).orElseThrow();
    return group.stream().map(cell -> new Setting(cell, largest));
  }

  /** NaN, which is not above 0, where it is unknown. */
  private static double bytesPerRow(Cell cell) {
    return TableSizes.bytesPerRow(cell).value();
  }
}
