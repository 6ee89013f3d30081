package storagebench.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * How Jackson reads JMH's numbers: NaN and infinities are texts, null is NaN, and an array becomes
 * one of plain doubles, of which a file has millions. Another text is refused, and so is an empty
 * one, which Jackson takes for 0.
 */
final class JmhNumbers {
  /** More would not add up, and no fork took as many. */
  private static final long MOST_SAMPLES = 1L << 53;

  private JmhNumbers() {}

  static SimpleModule module() {
    return new SimpleModule()
        .addDeserializer(Double.class, reading(Double.class, JmhNumbers::number))
        .addDeserializer(Series.class, reading(Series.class, JmhNumbers::series))
        .addDeserializer(Histogram.class, reading(Histogram.class, JmhNumbers::histogram));
  }

  /** Reads the value at which the parser stands. */
  private interface Reading<T> {
    T read(JsonParser parser, DeserializationContext context) throws IOException;
  }

  private static <T> StdDeserializer<T> reading(Class<T> type, Reading<T> reading) {
    return new StdDeserializer<>(type) {
      private static final long serialVersionUID = 1L;

      @Override
      public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return reading.read(parser, context);
      }
    };
  }

  private static double number(JsonParser parser, DeserializationContext context)
      throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> parser.getDoubleValue();
      case VALUE_NULL -> Double.NaN;
      case VALUE_STRING ->
          switch (parser.getText()) {
            case "NaN" -> Double.NaN;
            case "+INF", "INF", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-INF", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw unexpected(context, "a number");
          };
      default -> throw unexpected(context, "a number");
    };
  }

  private static Series series(JsonParser parser, DeserializationContext context)
      throws IOException {
    requireArray(parser, context);
    DoubleStream.Builder values = DoubleStream.builder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(number(parser, context));
    }
    return Series.of(values.build().toArray());
  }

  /** Of pairs of a value and how often it was seen. */
  private static Histogram histogram(JsonParser parser, DeserializationContext context)
      throws IOException {
    requireArray(parser, context);
    DoubleStream.Builder values = DoubleStream.builder();
    LongStream.Builder counts = LongStream.builder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      requireArray(parser, context);
      parser.nextToken();
      values.add(number(parser, context));
      parser.nextToken();
      counts.add(count(parser, context));
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        throw unexpected(context, "a value and a count");
      }
    }
    return Histogram.of(values.build().toArray(), counts.build().toArray());
  }

  private static long count(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      long count = parser.getLongValue();
      if (count >= 0 && count <= MOST_SAMPLES) {
        return count;
      }
    }
    throw unexpected(context, "the count of a sample");
  }

  private static void requireArray(JsonParser parser, DeserializationContext context)
      throws JsonMappingException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw unexpected(context, "an array");
    }
  }

  private static JsonMappingException unexpected(DeserializationContext context, String expected) {
    return JsonMappingException.from(context, "expected " + expected);
  }
}
