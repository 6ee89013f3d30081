package storagebench.stream;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import storagebench.results.Fingerprint;
import storagebench.results.RunFolder;
import storagebench.results.WholeFile;
import storagebench.run.folder.RunLock;
import storagebench.storage.Footprint;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.workload.Digest;

/** What a stream keeps: each batch and size as it comes, and JMH's JSON made from them. */
final class StreamFolder implements AutoCloseable {
  private final Path path;
  private final StreamPlan plan;
  private final RunLock lock;
  private final BatchLog batches;
  private final SizeLog sizes;
  private final TimingLog timings;

  private StreamFolder(Path path, StreamPlan plan) {
    this.path = path;
    this.plan = plan;
    this.lock = RunLock.ofFolder(path, StreamPlan.FILE);
    this.batches = BatchLog.open(plan, path);
    this.sizes = SizeLog.open(path);
    this.timings = TimingLog.open(path);
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
   * @throws storagebench.UserError if another runner is at work in it
   */
  static StreamFolder resume(Path path, StreamPlan plan) {
    return new StreamFolder(path, plan);
  }

  Path path() {
    return path;
  }

  StreamPlan plan() {
    return plan;
  }

  /** Whether nothing was inserted yet, as far as the folder knows. */
  boolean isEmpty() {
    return batches.rows().isEmpty();
  }

  /** The batches so far. */
  List<BatchRow> batches() {
    return batches.rows();
  }

  /** Whether a batch is in its table. */
  boolean has(Place place) {
    return batches.has(place);
  }

  /** All rows of a variant in a phase so far. */
  Digest sum(Phase phase, Variant variant) {
    return batches.rows().stream()
        .filter(row -> row.place().phase() == phase && row.place().variant() == variant)
        .map(BatchRow::digest)
        .reduce(Digest.EMPTY, Digest::plus);
  }

  /** Adds a batch that is committed. */
  void add(BatchRow row) {
    batches.add(row);
  }

  /** Brings the folder up to what the server committed. */
  void complete(Map<Place, Digest> committed) {
    batches.complete(committed);
  }

  /** Whether the sizes after a batch are known. */
  boolean hasSize(Place after) {
    return sizes.sizes().containsKey(after);
  }

  /** Adds the sizes of a table after a batch. */
  void add(Place after, Footprint size) {
    sizes.add(after, size);
  }

  /** Adds where the time of a part of the stream went. */
  void add(Phase phase, List<BatchRow> inserted, TimeBreakdown sheet) {
    timings.add(phase, inserted, sheet);
  }

  /** Makes JMH's JSON from all that is known. */
  void writeResults() {
    byte[] json = new StreamResults(plan, batches.rows(), sizes.sizes()).json();
    WholeFile.write(path.resolve(RunFolder.RESULTS), json);
  }

  @Override
  public void close() {
    try (lock;
        batches;
        sizes) {
      timings.close();
    }
  }
}
