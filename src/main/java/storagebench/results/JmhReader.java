package storagebench.results;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import storagebench.UserError;

/**
 * Reads JMH's JSON (1.2x to 1.37, anyone's benchmarks) result by result, so that only the numbers
 * are held in memory and never the text.
 */
public final class JmhReader {
  private static final ObjectReader RESULT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // The same doubles as the JDK's parser, in a third of the time; files are mostly numbers.
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .addModule(JmhNumbers.module())
          .build()
          .readerFor(JmhResult.class);

  private JmhReader() {}

  /**
   * Passes every result of the file on, in order.
   *
   * @throws UserError if the file cannot be read or is not JMH's JSON
   */
  public static void read(Path file, Consumer<Cell> results) {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = RESULT.createParser(in)) {
      readArray(parser, results);
    } catch (JsonProcessingException e) {
      throw notJmh(file, e);
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": no such file; give a JMH JSON file or a run's folder", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static void readArray(JsonParser parser, Consumer<Cell> results) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw unexpected(parser, "expected an array of results");
    }
    HiddenParams hidden = new HiddenParams();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw unexpected(parser, "a result is not an object");
      }
      JmhResult result = RESULT.readValue(parser);
      if (!result.isWhole()) {
        throw unexpected(parser, "a result lacks benchmark, mode or primaryMetric");
      }
      if (result.hasNegativeCount()) {
        throw unexpected(parser, "a number of threads, forks, iterations or calls is below 0");
      }
      results.accept(result.cell(hidden));
      count++;
    }
    if (count == 0) {
      throw unexpected(parser, "the array of results is empty");
    }
    if (parser.nextToken() != null) {
      throw unexpected(parser, "something follows the array of results");
    }
  }

  private static JsonMappingException unexpected(JsonParser parser, String what) {
    return JsonMappingException.from(parser, what);
  }

  private static UserError notJmh(Path file, JsonProcessingException e) {
    JsonProcessingException first = e;
    while (first.getCause() instanceof JsonProcessingException cause) {
      first = cause;
    }
    String place =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    String what =
        first instanceof StreamConstraintsException
            ? "larger than JSON of JMH can be"
            : first instanceof JsonParseException ? "broken JSON" : mismatch(e);
    return new UserError(
        file + ": not a whole JMH JSON file: " + what + place + "; write one with -rf json", e);
  }

  /** What is of another type than JMH's, by the way to it; Jackson would tell of Java's types. */
  private static String mismatch(JsonProcessingException e) {
    List<Reference> path = e instanceof JsonMappingException m ? m.getPath() : List.of();
    return path.isEmpty()
        ? e.getOriginalMessage()
        : path.stream()
                .map(
                    step ->
                        step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining("."))
            + " is not of JMH's type";
  }
}
