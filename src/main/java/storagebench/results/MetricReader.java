package storagebench.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Reads a metric of JMH's JSON: its unit, its score and its raw data, fork by fork.
 *
 * <p>What is absent or null is as if it were not there; what is of another type than JMH's is
 * refused.
 *
 * @param percentiles JMH's, by rank: 95 for the 95th
 * @param forks each in its place, also one without values
 * @param samples of each of the forks, in SampleTime mode only
 */
record MetricReader(
    String unit,
    double score,
    Map<Double, Double> percentiles,
    List<Series> forks,
    List<Histogram> samples) {

  private static final Pattern RANK = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");

  /** More would not add up, and no fork took as many. */
  private static final long MOST_SAMPLES = 1L << 53;

  static MetricReader read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new FormatException(parser, "a metric is not an object");
    }
    String unit = "";
    double score = Double.NaN;
    Map<Double, Double> percentiles = new HashMap<>();
    List<Series> forks = new ArrayList<>();
    List<Histogram> samples = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (field) {
        case "scoreUnit" -> unit = ResultReader.text(parser, field);
        case "score" -> score = number(parser);
        case "scorePercentiles" -> readPercentiles(parser, percentiles);
        case "rawData" -> readRaw(parser, forks);
        case "rawDataHistogram" -> readHistograms(parser, forks, samples);
        default -> parser.skipChildren();
      }
    }
    return new MetricReader(unit, score, percentiles, forks, samples);
  }

  private static void readPercentiles(JsonParser parser, Map<Double, Double> percentiles)
      throws IOException {
    ResultReader.requireObject(parser, "scorePercentiles");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String rank = parser.currentName();
      parser.nextToken();
      double value = number(parser);
      if (RANK.matcher(rank).matches() && Double.isFinite(value)) {
        percentiles.put(Double.valueOf(rank), value);
      }
    }
  }

  private static void readRaw(JsonParser parser, List<Series> forks) throws IOException {
    requireArray(parser);
    double[] values = new double[32];
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      requireArray(parser);
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (count == values.length) {
          values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = number(parser);
      }
      forks.add(Series.of(values, count));
    }
  }

  private static void readHistograms(JsonParser parser, List<Series> forks, List<Histogram> samples)
      throws IOException {
    requireArray(parser);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      requireArray(parser);
      DoubleStream.Builder means = DoubleStream.builder();
      Histogram ofFork = Histogram.EMPTY;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        Histogram ofIteration = readHistogram(parser);
        means.add(ofIteration.mean());
        ofFork = ofFork.plus(ofIteration);
      }
      forks.add(Series.of(means.build().toArray()));
      samples.add(ofFork);
    }
  }

  private static Histogram readHistogram(JsonParser parser) throws IOException {
    requireArray(parser);
    DoubleStream.Builder values = DoubleStream.builder();
    LongStream.Builder counts = LongStream.builder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      requireArray(parser);
      parser.nextToken();
      values.add(number(parser));
      counts.add(count(parser));
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        throw new FormatException(parser, "a sample is not a value and a count");
      }
    }
    return Histogram.of(values.build().toArray(), counts.build().toArray());
  }

  private static long count(JsonParser parser) throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      long count = parser.getLongValue();
      if (count >= 0 && count <= MOST_SAMPLES) {
        return count;
      }
    }
    throw new FormatException(parser, "a sample lacks its count");
  }

  private static void requireArray(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new FormatException(parser, "raw data are not arrays of arrays");
    }
  }

  private static double number(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> parser.getDoubleValue();
      case VALUE_NULL -> Double.NaN;
      case VALUE_STRING ->
          switch (parser.getText()) {
            case "NaN" -> Double.NaN;
            case "+INF", "INF", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-INF", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new FormatException(parser, "expected a number");
          };
      default -> throw new FormatException(parser, "expected a number");
    };
  }
}
