package storagebench.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Reads a metric of JMH's JSON: its unit, its score and its raw data, fork by fork.
 *
 * <p>The score of a secondary metric is padded with zeros where an iteration lacks it, so only the
 * raw data are kept; the primary score is kept for files without raw data.
 *
 * @param forks each in its place, also one without values
 * @param samples of each of the forks, in SampleTime mode only
 */
record MetricReader(String unit, double score, List<Series> forks, List<Histogram> samples) {

  static MetricReader read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new FormatException(parser, "a metric is not an object");
    }
    String unit = "";
    double score = Double.NaN;
    List<Series> forks = new ArrayList<>();
    List<Histogram> samples = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "scoreUnit" -> unit = parser.getText();
        case "score" -> score = number(parser);
        case "rawData" -> readRaw(parser, forks);
        case "rawDataHistogram" -> readHistograms(parser, forks, samples);
        default -> parser.skipChildren();
      }
    }
    return new MetricReader(unit, score, forks, samples);
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
      if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() < 0) {
        throw new FormatException(parser, "a sample lacks its count");
      }
      counts.add(parser.getLongValue());
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        throw new FormatException(parser, "a sample is not a value and a count");
      }
    }
    return Histogram.of(values.build().toArray(), counts.build().toArray());
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
