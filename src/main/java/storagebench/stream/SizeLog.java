package storagebench.stream;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;
import storagebench.storage.Footprint;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;

/** The sizes of the tables after some of the batches, in {@code sizes.csv}. */
final class SizeLog implements AutoCloseable {
  /** The file in a stream's folder. */
  static final String FILE = "sizes.csv";

  private static final List<String> NAMES =
      List.of(
          "phase",
          "variant",
          "batch",
          "table_bytes",
          "index_bytes",
          "auxiliary_bytes",
          "uncompressed_bytes");

  private final AppendedCsv csv;
  private final Map<Place, Footprint> sizes = new LinkedHashMap<>();

  private SizeLog(AppendedCsv csv) {
    this.csv = csv;
  }

  /** The log in a stream's folder; made if absent. */
  static SizeLog open(Path folder) {
    SizeLog log = new SizeLog(AppendedCsv.open(folder.resolve(FILE), NAMES));
    for (CSVRecord line : log.csv.rows()) {
      log.sizes.put(
          new Place(
              Phase.of(Integer.parseInt(line.get("phase"))),
              Variant.valueOf(line.get("variant")),
              Integer.parseInt(line.get("batch"))),
          footprint(line));
    }
    return log;
  }

  /** The sizes so far, each after a batch of a table. */
  Map<Place, Footprint> sizes() {
    return sizes;
  }

  /** Adds the sizes of a table after a batch. */
  void add(Place after, Footprint size) {
    csv.append(
        Arrays.asList(
            after.phase().number(),
            after.variant(),
            after.batch(),
            size.table(),
            size.index(),
            size.auxiliary(),
            size.uncompressed().isPresent() ? size.uncompressed().getAsLong() : null));
    sizes.put(after, size);
  }

  @Override
  public void close() {
    csv.close();
  }

  private static Footprint footprint(CSVRecord line) {
    String uncompressed = line.get("uncompressed_bytes");
    return new Footprint(
        Long.parseLong(line.get("table_bytes")),
        Long.parseLong(line.get("index_bytes")),
        Long.parseLong(line.get("auxiliary_bytes")),
        uncompressed.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(uncompressed)));
  }
}
