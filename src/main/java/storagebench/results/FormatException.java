package storagebench.results;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/** Valid JSON that is not what JMH writes. */
final class FormatException extends JsonParseException {
  private static final long serialVersionUID = 1L;

  FormatException(JsonParser parser, String message) {
    super(parser, message);
  }
}
