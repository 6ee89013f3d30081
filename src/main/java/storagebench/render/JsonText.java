package storagebench.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON for people and programs: indented, ending in a line break. */
final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes one value. */
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonText() {}

  static String of(Content content) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append("\n").toString();
  }
}
