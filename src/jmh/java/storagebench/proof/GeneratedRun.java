package storagebench.proof;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import storagebench.results.Metric;

/**
 * JMH's JSON of 100 cells, of the shape that the suite's own benchmarks write; made up, the same
 * for the same seed.
 *
 * @param forks how many each cell has
 * @param iterations how many each fork has
 * @param seed of the noise: another one gives another run of the same build
 */
public record GeneratedRun(int forks, int iterations, long seed) {
  private static final String[] VARIANTS = {"HEAP", "AO", "AOCO", "PAX", "PAX_NO_CLUSTER"};
  private static final int BATCH_SIZES = 10;

  /** Writes it as a stream: the largest need no memory. */
  public void write(Path file) throws IOException {
    Random random = new Random(seed);
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartArray();
      for (int cell = 0; cell < VARIANTS.length * 2 * BATCH_SIZES; cell++) {
        writeCell(json, cell, random);
      }
      json.writeEndArray();
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
