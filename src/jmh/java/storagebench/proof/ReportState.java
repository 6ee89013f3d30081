package storagebench.proof;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import storagebench.results.Metric;

/** A folder with a JSON of 100 cells, of the shape that the suite's own benchmarks write. */
public abstract class ReportState {
  private static final String[] VARIANTS = {"HEAP", "AO", "AOCO", "PAX", "PAX_NO_CLUSTER"};
  private static final int BATCH_SIZES = 10;

  private final int forks;
  private final int iterations;
  private Path folder;

  private ReportState(int forks, int iterations) {
    this.forks = forks;
    this.iterations = iterations;
  }

  /** 10 forks of 20 iterations: 2 MB. */
  @State(Scope.Benchmark)
  public static class Usual extends ReportState {
    public Usual() {
      super(10, 20);
    }
  }

  /** 30 forks of 300 iterations: over 100 MB. */
  @State(Scope.Benchmark)
  public static class Large extends ReportState {
    public Large() {
      super(30, 300);
    }
  }

  Path folder() {
    return folder;
  }

  Path json() {
    return folder.resolve("jmh.json");
  }

  @Setup(Level.Trial)
  public void writeJson() throws IOException {
    folder = Files.createTempDirectory("report-benchmark");
    Random random = new Random(7);
    try (JsonGenerator json =
        new JsonFactory().createGenerator(json().toFile(), JsonEncoding.UTF8)) {
      json.writeStartArray();
      for (int cell = 0; cell < VARIANTS.length * 2 * BATCH_SIZES; cell++) {
        writeCell(json, cell, random);
      }
      json.writeEndArray();
    }
  }

  @TearDown(Level.Trial)
  public void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ReportState::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeCell(JsonGenerator json, int cell, Random random) throws IOException {
    int batchSize = 10_000 * (1 + cell / VARIANTS.length / 2);
    json.writeStartObject();
    json.writeStringField("benchmark", "storagebench.benchmark.InsertSelectBenchmark.insertSelect");
    json.writeStringField("mode", "ss");
    json.writeObjectFieldStart("params");
    json.writeStringField("variant", VARIANTS[cell % VARIANTS.length]);
    json.writeStringField("indexes", Boolean.toString(cell / VARIANTS.length % 2 == 1));
    json.writeStringField("batchSize", Integer.toString(batchSize));
    json.writeEndObject();
    json.writeFieldName("primaryMetric");
    writeMetric(json, "ms/op", batchSize / 300.0, 0, random);
    json.writeObjectFieldStart("secondaryMetrics");
    for (Metric metric : EnumSet.range(Metric.ROWS_INSERTED, Metric.BYTES_UNCOMPRESSED)) {
      json.writeFieldName(metric.label());
      boolean cumulative = metric.label().startsWith("bytes") || metric == Metric.ROWS_TABLE;
      boolean time = metric.unit().equals("ms");
      writeMetric(
          json,
          metric.unit(),
          time ? batchSize / 300.0 : batchSize,
          cumulative ? batchSize : 0,
          time ? random : null);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Noisy where a source of noise is given; growing by the iteration where it accumulates. */
  private void writeMetric(
      JsonGenerator json, String unit, double value, double growth, Random noise)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("scoreUnit", unit);
    json.writeArrayFieldStart("rawData");
    for (int fork = 0; fork < forks; fork++) {
      json.writeStartArray();
      for (int i = 0; i < iterations; i++) {
        double factor = noise == null ? 1 : Math.exp(0.1 * noise.nextGaussian());
        json.writeNumber(value * factor + i * growth);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
