package storagebench.stream;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import storagebench.results.Metric;
import storagebench.storage.Footprint;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.workload.Digest;

/**
 * A stream as JMH would have reported it: each phase and variant is a cell of one fork, each batch
 * an iteration. Batches after the last known sizes are left out, so that rows and bytes are of the
 * same moment; so are batches without a time, except that their rows count as in the table.
 */
final class StreamResults {
  private final StreamPlan plan;
  private final List<BatchRow> batches;
  private final Map<Place, Footprint> sizes;

  StreamResults(StreamPlan plan, List<BatchRow> batches, Map<Place, Footprint> sizes) {
    this.plan = plan;
    this.batches = batches;
    this.sizes = sizes;
  }

  /** In JMH's JSON. */
  byte[] json() {
    List<RunResult> cells = new ArrayList<>();
    for (Phase phase : plan.phases()) {
      for (Variant variant : plan.variants()) {
        List<BatchRow> sized = sized(phase, variant);
        if (sized.stream().anyMatch(row -> row.times().known())) {
          cells.add(cell(phase, variant, sized));
        }
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(cells);
    }
    return bytes.toByteArray();
  }

  /** The batches of a table up to its last known sizes, in order. */
  private List<BatchRow> sized(Phase phase, Variant variant) {
    int last =
        sizes.keySet().stream()
            .filter(place -> place.phase() == phase && place.variant() == variant)
            .mapToInt(Place::batch)
            .max()
            .orElse(0);
    return batches.stream()
        .filter(row -> row.place().phase() == phase && row.place().variant() == variant)
        .filter(row -> row.place().batch() <= last)
        .sorted((a, b) -> Integer.compare(a.place().batch(), b.place().batch()))
        .toList();
  }

  private RunResult cell(Phase phase, Variant variant, List<BatchRow> rows) {
    BenchmarkParams params = CellParams.of(plan, phase, variant, rows.size());
    List<IterationResult> iterations = new ArrayList<>();
    int lastTimed = lastTimed(rows);
    Digest inTable = Digest.EMPTY;
    for (int i = 0; i < rows.size(); i++) {
      inTable = inTable.plus(rows.get(i).digest());
      if (i == lastTimed) {
        // The table's last state must not be lost with the time of its last batch.
        Digest end = rows.stream().map(BatchRow::digest).reduce(Digest.EMPTY, Digest::plus);
        iterations.add(iteration(params, rows.get(i), end, rows.get(rows.size() - 1).place()));
      } else if (rows.get(i).times().known()) {
        iterations.add(iteration(params, rows.get(i), inTable, rows.get(i).place()));
      }
    }
    return new RunResult(params, List.of(new BenchmarkResult(params, iterations)));
  }

  private static int lastTimed(List<BatchRow> rows) {
    int last = rows.size() - 1;
    while (!rows.get(last).times().known()) {
      last--;
    }
    return last;
  }

  private IterationResult iteration(
      BenchmarkParams params, BatchRow row, Digest inTable, Place sizedAfter) {
    IterationParams measurement = params.getMeasurement();
    IterationResult result = new IterationResult(params, measurement, null);
    double wall = row.times().wall();
    result.addResult(
        new SingleShotResult(
            ResultRole.PRIMARY, "day", Math.round(wall * 1e6), TimeUnit.MILLISECONDS));
    add(result, Metric.ROWS_INSERTED, row.digest().rows());
    add(result, Metric.ROWS_TABLE, inTable.rows());
    add(result, Metric.ROWS_CHECKSUM, Metric.checksum(inTable.checksum()));
    add(result, Metric.ROWS_RATE, row.digest().rows() * 1000 / wall);
    add(result, Metric.TIME_WALL, wall);
    add(result, Metric.TIME_COMMIT, row.times().commit());
    add(result, Metric.TIME_SERVER, row.times().server());
    add(result, Metric.BYTES_RAW, inTable.textBytes());
    Footprint size = sizes.get(sizedAfter);
    if (size != null) {
      add(result, Metric.BYTES_TABLE, size.table());
      add(result, Metric.BYTES_INDEX, size.index());
      add(result, Metric.BYTES_AUXILIARY, size.auxiliary());
      size.uncompressed().ifPresent(bytes -> add(result, Metric.BYTES_UNCOMPRESSED, bytes));
    }
    return result;
  }

  /** What could not be taken stays absent. */
  private static void add(IterationResult result, Metric metric, double value) {
    if (!Double.isNaN(value)) {
      result.addResult(
          new ScalarResult(metric.label(), value, metric.unit(), AggregationPolicy.AVG));
    }
  }
}
