package storagebench.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one element of JMH's array: one benchmark with one set of parameters. */
final class ResultReader {
  private static final Set<String> TEXTS =
      Set.of(
          "benchmark",
          "mode",
          "jmhVersion",
          "jdkVersion",
          "vmName",
          "vmVersion",
          "warmupTime",
          "measurementTime");

  /** Other numbers need not be whole ones, nor fit an int. */
  private static final Set<String> NUMBERS =
      Set.of(
          "threads",
          "forks",
          "warmupIterations",
          "warmupBatchSize",
          "measurementIterations",
          "measurementBatchSize");

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final SortedMap<String, String> params = new TreeMap<>();
  private final List<String> jvmArgs = new ArrayList<>();
  private final Map<String, MetricReader> secondary = new TreeMap<>();
  private MetricReader primary;

  private final HiddenParams hidden;

  private ResultReader(HiddenParams hidden) {
    this.hidden = hidden;
  }

  static Cell read(JsonParser parser, HiddenParams hidden) throws IOException {
    ResultReader reader = new ResultReader(hidden);
    reader.readFields(parser);
    return reader.cell(parser);
  }

  private void readFields(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new FormatException(parser, "a result is not an object");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (field) {
        case "primaryMetric" -> primary = MetricReader.read(parser);
        case "secondaryMetrics" -> readSecondary(parser);
        case "params" -> readParams(parser);
        case "jvmArgs" -> readJvmArgs(parser);
        default -> {
          if (TEXTS.contains(field)) {
            texts.put(field, text(parser, field));
          } else if (NUMBERS.contains(field)) {
            numbers.put(field, number(parser, field));
          } else {
            parser.skipChildren();
          }
        }
      }
    }
  }

  static String text(JsonParser parser, String field) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new FormatException(parser, field + " is not a text");
    }
    return parser.getText();
  }

  private static int number(JsonParser parser, String field) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() != JsonParser.NumberType.INT
        || parser.getIntValue() < 0) {
      throw new FormatException(parser, field + " is not a number of 0 or more that JMH can have");
    }
    return parser.getIntValue();
  }

  private void readSecondary(JsonParser parser) throws IOException {
    requireObject(parser, "secondaryMetrics");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = OthersMetric.withoutMark(parser.currentName());
      parser.nextToken();
      secondary.put(name, MetricReader.read(parser));
    }
  }

  private void readParams(JsonParser parser) throws IOException {
    requireObject(parser, "params");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (!parser.nextToken().isScalarValue()) {
        throw new FormatException(parser, "a parameter is not a text");
      }
      params.put(Key.ofParam(name), hidden.hide(name, parser.getText()));
    }
  }

  private void readJvmArgs(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new FormatException(parser, "jvmArgs are not an array");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      jvmArgs.add(text(parser, "an element of jvmArgs"));
    }
  }

  static void requireObject(JsonParser parser, String field) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new FormatException(parser, field + " is not an object");
    }
  }

  private Cell cell(JsonParser parser) throws IOException {
    if (primary == null || !texts.containsKey("benchmark") || !texts.containsKey("mode")) {
      throw new FormatException(parser, "a result lacks benchmark, mode or primaryMetric");
    }
    Identity identity =
        new Identity(
            texts.get("benchmark"),
            texts.get("mode"),
            params,
            numbers.getOrDefault("threads", 1),
            primary.unit());
    Map<String, String> units = new HashMap<>();
    secondary.forEach((name, metric) -> units.put(name, metric.unit()));
    JmhScores scores = new JmhScores(identity, primary, secondary);
    return new Cell(identity, forks(scores), List.of(launch(scores)), units);
  }

  private List<Fork> forks(JmhScores scores) {
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < primary.forks().size(); i++) {
      if (primary.forks().get(i).size() == 0) {
        continue;
      }
      Map<String, Series> ofFork = new HashMap<>();
      for (Map.Entry<String, MetricReader> metric : secondary.entrySet()) {
        List<Series> places = metric.getValue().forks();
        if (i < places.size() && places.get(i).size() > 0) {
          ofFork.put(metric.getKey(), places.get(i));
        }
      }
      Optional<Histogram> samples =
          i < primary.samples().size() ? Optional.of(primary.samples().get(i)) : Optional.empty();
      forks.add(
          new Fork(i, primary.forks().get(i), ofFork, scores.ofFork(i), samples, Optional.empty()));
    }
    return forks;
  }

  private Launch launch(JmhScores scores) {
    return new Launch(
        texts.getOrDefault("jmhVersion", ""),
        texts.getOrDefault("jdkVersion", ""),
        (texts.getOrDefault("vmName", "") + " " + texts.getOrDefault("vmVersion", "")).strip(),
        Secrets.hide(jvmArgs),
        numbers.getOrDefault("forks", 0),
        (int) primary.forks().stream().filter(fork -> fork.size() == 0).count(),
        numbers.getOrDefault("warmupIterations", 0),
        numbers.getOrDefault("measurementIterations", 0),
        texts.getOrDefault("warmupTime", ""),
        texts.getOrDefault("measurementTime", ""),
        numbers.getOrDefault("warmupBatchSize", 0),
        numbers.getOrDefault("measurementBatchSize", 0),
        primary.score(),
        primary.percentiles(),
        scores.ofResult());
  }
}
