package storagebench.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import storagebench.UserError;

/**
 * Reads JMH's JSON (1.2x to 1.37, anyone's benchmarks) result by result, so that only the numbers
 * are held in memory and never the text.
 */
public final class JmhReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // The same doubles as the JDK's parser, in a third of the time; files are mostly numbers.
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private JmhReader() {}

  /**
   * Passes every result of the file on, in order.
   *
   * @throws UserError if the file cannot be read or is not JMH's JSON
   */
  public static void read(Path file, Consumer<Cell> results) {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(in)) {
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
      throw new FormatException(parser, "expected an array of results");
    }
    HiddenParams hidden = new HiddenParams();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      results.accept(ResultReader.read(parser, hidden));
      count++;
    }
    if (count == 0) {
      throw new FormatException(parser, "the array of results is empty");
    }
    if (parser.nextToken() != null) {
      throw new FormatException(parser, "something follows the array of results");
    }
  }

  private static UserError notJmh(Path file, JsonProcessingException e) {
    String place =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    String what =
        e instanceof FormatException
            ? e.getOriginalMessage()
            : e instanceof StreamConstraintsException
                ? "larger than JSON of JMH can be"
                : "broken JSON";
    return new UserError(
        file + ": not a whole JMH JSON file: " + what + place + "; write one with -rf json", e);
  }
}
