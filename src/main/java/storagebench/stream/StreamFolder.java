package storagebench.stream;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import storagebench.UserError;
import storagebench.results.Fingerprint;
import storagebench.results.FingerprintPolicy;
import storagebench.results.RunFolder;
import storagebench.results.WholeFile;
import storagebench.run.folder.ResumeCheck;
import storagebench.run.folder.RunLock;
import storagebench.storage.Footprint;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.stream.BatchRow.Times;
import storagebench.workload.Digest;

/** What a stream keeps: each batch and size as it comes, and JMH's JSON made from them. */
final class StreamFolder implements AutoCloseable {
  private final Path path;
  private final StreamPlan plan;
  private final RunLock lock;
  private final AppendedCsv<BatchLine> batchFile;
  private final AppendedCsv<SizeLine> sizeFile;
  private final AppendedCsv<TimingLine> timingFile;
  private final Map<Place, BatchRow> batches = new LinkedHashMap<>();
  private final Map<Place, Footprint> sizes = new LinkedHashMap<>();

  private StreamFolder(Path path, StreamPlan plan) {
    this.path = path;
    this.plan = plan;
    this.lock = RunLock.ofFolder(path, StreamPlan.FILE);
    this.batchFile = AppendedCsv.open(path.resolve(BatchLine.FILE), BatchLine.class);
    this.sizeFile = AppendedCsv.open(path.resolve(SizeLine.FILE), SizeLine.class);
    this.timingFile = AppendedCsv.open(path.resolve(TimingLine.FILE), TimingLine.class);
    batchFile.rows().forEach(line -> batches.put(line.row().place(), line.row()));
    sizeFile.rows().forEach(line -> sizes.put(line.after(), line.size()));
  }

  /** The folder of a stream that begins now. */
  static StreamFolder begin(Path path, StreamPlan plan, Fingerprint fingerprint) {
    fingerprint.write(path);
    plan.write(path);
    return new StreamFolder(path, plan);
  }

  /**
   * The folder of a stream that goes on.
   *
   * @throws UserError if another runner is at work in it
   */
  static StreamFolder resume(Path path, StreamPlan plan) {
    return new StreamFolder(path, plan);
  }

  /**
   * Makes sure that the rows are those that the stream was begun with.
   *
   * @param workload what is known of them
   * @throws UserError if they are not
   */
  void requireSameRows(Map<String, Object> workload) {
    Fingerprint now = Fingerprint.of(Map.of("workload", workload));
    new ResumeCheck(path).server(now, FingerprintPolicy.SAME_ROWS);
  }

  Path path() {
    return path;
  }

  StreamPlan plan() {
    return plan;
  }

  /** Whether nothing was inserted yet, as far as the folder knows. */
  boolean isEmpty() {
    return batches.isEmpty();
  }

  /** The batches so far, in the order in which they were added. */
  List<BatchRow> batches() {
    return List.copyOf(batches.values());
  }

  /** Whether a batch is in its table. */
  boolean has(Place place) {
    return batches.containsKey(place);
  }

  /** All rows of a variant in a phase so far. */
  Digest sum(Phase phase, Variant variant) {
    return batches.values().stream()
        .filter(row -> row.place().phase() == phase && row.place().variant() == variant)
        .map(BatchRow::digest)
        .reduce(Digest.EMPTY, Digest::plus);
  }

  /** Adds a batch that is committed. */
  void add(BatchRow row) {
    batchFile.append(BatchLine.of(row, plan.day().hour(row.place().batch())));
    batches.put(row.place(), row);
  }

  /**
   * Brings the folder up to what the server committed: batches whose client died before it could
   * record them are added, without times.
   *
   * @throws UserError if the folder has batches that the server does not have so
   */
  void complete(Map<Place, Digest> committed) {
    for (BatchRow row : batches.values()) {
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
          if (!has(place)) {
            add(new BatchRow(place, digest, Times.UNKNOWN));
          }
        });
  }

  /** Whether the sizes after a batch are known. */
  boolean hasSize(Place after) {
    return sizes.containsKey(after);
  }

  /** Adds the sizes of a table after a batch. */
  void add(Place after, Footprint size) {
    sizeFile.append(SizeLine.of(after, size));
    sizes.put(after, size);
  }

  /** Adds where the time of a part of the stream went. */
  void add(Phase phase, List<BatchRow> inserted, TimeBreakdown sheet) {
    timingFile.append(TimingLine.of(phase, inserted, sheet));
  }

  /** Makes JMH's JSON from all that is known. */
  void writeResults() {
    byte[] json = new StreamResults(plan, batches(), sizes).json();
    WholeFile.write(path.resolve(RunFolder.RESULTS), json);
  }

  @Override
  public void close() {
    try (lock;
        batchFile;
        sizeFile) {
      timingFile.close();
    }
  }
}
