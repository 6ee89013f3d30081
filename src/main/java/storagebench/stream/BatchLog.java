package storagebench.stream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import storagebench.UserError;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.stream.BatchRow.Times;
import storagebench.workload.DayOfTraffic;
import storagebench.workload.Digest;

/** Every batch of a stream with its times, in {@code stream.csv}. */
final class BatchLog implements AutoCloseable {
  /** The file in a stream's folder. */
  static final String FILE = "stream.csv";

  private static final List<String> NAMES =
      List.of(
          "phase",
          "variant",
          "batch",
          "hour",
          "rows",
          "text_bytes",
          "checksum",
          "insert_ms",
          "commit_ms",
          "server_insert_ms",
          "server_commit_ms");

  private final DayOfTraffic day;
  private final AppendedCsv csv;
  private final Map<Place, BatchRow> rows = new LinkedHashMap<>();

  private BatchLog(DayOfTraffic day, AppendedCsv csv) {
    this.day = day;
    this.csv = csv;
  }

  /** The log in a stream's folder; made if absent. */
  static BatchLog open(StreamPlan plan, Path folder) {
    BatchLog log = new BatchLog(plan.day(), AppendedCsv.open(folder.resolve(FILE), NAMES));
    for (CSVRecord line : log.csv.rows()) {
      BatchRow row = row(line);
      log.rows.put(row.place(), row);
    }
    return log;
  }

  /** The batches so far, in the order in which they were told. */
  List<BatchRow> rows() {
    return new ArrayList<>(rows.values());
  }

  /** Whether a batch is in its table. */
  boolean has(Place place) {
    return rows.containsKey(place);
  }

  /** Adds a batch that is committed. */
  void add(BatchRow row) {
    Digest digest = row.digest();
    Times times = row.times();
    csv.append(
        Arrays.asList(
            row.place().phase().number(),
            row.place().variant(),
            row.place().batch(),
            day.hour(row.place().batch()),
            digest.rows(),
            digest.textBytes(),
            String.format(Locale.ROOT, "%016x", digest.checksum()),
            known(times.insert()),
            known(times.commit()),
            known(times.serverInsert()),
            known(times.serverCommit())));
    rows.put(row.place(), row);
  }

  /**
   * Brings the log up to what the server committed: batches whose client died before it could tell
   * are added, without times.
   *
   * @throws UserError if the log tells of batches that the server does not have so
   */
  void complete(Map<Place, Digest> committed) {
    for (BatchRow row : rows.values()) {
      if (!row.digest().equals(committed.get(row.place()))) {
        throw new UserError(
            "the folder tells of "
                + row.place()
                + ", which the server's journal does not have so: this is not the server that the"
                + " stream ran on, or it lost committed rows");
      }
    }
    committed.forEach(
        (place, digest) -> {
          if (!rows.containsKey(place)) {
            add(new BatchRow(place, digest, Times.UNKNOWN));
          }
        });
  }

  @Override
  public void close() {
    csv.close();
  }

  private static BatchRow row(CSVRecord line) {
    return new BatchRow(
        new Place(
            Phase.of(Integer.parseInt(line.get("phase"))),
            Variant.valueOf(line.get("variant")),
            Integer.parseInt(line.get("batch"))),
        new Digest(
            Long.parseLong(line.get("rows")),
            Long.parseLong(line.get("text_bytes")),
            Long.parseUnsignedLong(line.get("checksum"), 16)),
        new Times(
            millis(line, "insert_ms"),
            millis(line, "commit_ms"),
            millis(line, "server_insert_ms"),
            millis(line, "server_commit_ms")));
  }

  private static double millis(CSVRecord line, String name) {
    String text = line.get(name);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static Double known(double millis) {
    return Double.isNaN(millis) ? null : millis;
  }
}
