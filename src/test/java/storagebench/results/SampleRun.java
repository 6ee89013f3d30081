package storagebench.results;

import java.util.Map;
import java.util.Random;

/** A run with the shape of the suite's own, made from a fixed seed. */
public final class SampleRun {
  private static final String BENCHMARK =
      "storagebench.benchmark.InsertSelectBenchmark.insertSelect";
  private static final int RAW_BYTES_PER_ROW = 140;

  /** Microseconds a row, bytes a row, auxiliary bytes. */
  private record Format(double microseconds, double bytes, double auxiliary) {}

  private static final Map<String, Format> FORMATS =
      Map.of(
          "HEAP", new Format(1.4, 168, 24576),
          "AO", new Format(1.2, 52, 65536),
          "AOCO", new Format(1.5, 34, 131072),
          "PAX", new Format(1.3, 38, 16384),
          "PAX_NO_CLUSTER", new Format(1.3, 36, 16384));

  private SampleRun() {}

  /** Every combination of these variants, batch sizes and index settings. */
  public static JmhText of(int forks, int batches, int[] batchSizes, String... variants) {
    JmhText text = new JmhText();
    Random random = new Random(7);
    for (String indexes : new String[] {"false", "true"}) {
      for (int batchSize : batchSizes) {
        for (String variant : variants) {
          cell(text, random, forks, batches, batchSize, indexes, variant);
        }
      }
    }
    return text;
  }

  private static void cell(
      JmhText text,
      Random random,
      int forks,
      int batches,
      int batchSize,
      String indexes,
      String variant) {
    JmhText.Result result =
        text.add(
            BENCHMARK,
            "ss",
            "ms/op",
            "variant",
            variant,
            "batchSize",
            "" + batchSize,
            "indexes",
            indexes,
            "preloadRows",
            "0");
    Format format = FORMATS.get(variant);
    boolean indexed = indexes.equals("true");
    for (int f = 0; f < forks; f++) {
      double forkFactor = Math.exp(0.04 * random.nextGaussian());
      double[][] columns = new double[10][batches];
      for (int b = 0; b < batches; b++) {
        double rows = (3.0 + b + 1) * batchSize;
        double perRow = format.microseconds * (indexed ? 4 + rows / 2e6 : 1) / 1000;
        double ms = (12 + perRow * batchSize) * forkFactor * Math.exp(0.1 * random.nextGaussian());
        double[] values = {
          ms,
          batchSize,
          rows,
          (rows * 31) % 1000003,
          ms,
          ms * 0.08,
          rows * RAW_BYTES_PER_ROW,
          Math.rint(rows * format.bytes),
          indexed ? rows * 130 : 0,
          format.auxiliary
        };
        for (int c = 0; c < values.length; c++) {
          columns[c][b] = values[c];
        }
      }
      result.fork(columns[0]);
      Metric[] metrics = {
        Metric.ROWS_INSERTED, Metric.ROWS_TABLE, Metric.ROWS_CHECKSUM, Metric.TIME_WALL,
        Metric.TIME_COMMIT, Metric.BYTES_RAW, Metric.BYTES_TABLE, Metric.BYTES_INDEX,
        Metric.BYTES_AUXILIARY
      };
      for (int m = 0; m < metrics.length; m++) {
        result.metric(metrics[m], columns[m + 1]);
      }
      if (variant.startsWith("AO")) {
        double[] uncompressed = columns[6].clone();
        for (int b = 0; b < batches; b++) {
          uncompressed[b] *= 1.25;
        }
        result.metric(Metric.BYTES_UNCOMPRESSED, uncompressed);
      }
    }
  }
}
