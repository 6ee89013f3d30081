package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JMH's JSON with each of its values replaced by one of another type or size. */
@Tag("slow")
class MutatedResultsTest extends CompareCommandCase {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SOUND = Path.of("src/test/resources/jmh");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "[[]]",
          "{}",
          "{\"x\":[1]}",
          "\"\"",
          "\"x\\ny\\u001b[31m\"",
          "0",
          "-1",
          "1.5",
          "1e300",
          "99999999999999999999",
          "\"NaN\"");

  /** In no way but by a verdict, a table or one line that a terminal can show. */
  @ParameterizedTest
  @ValueSource(strings = {"mutated-sample.json", "mutated-shots.json"})
  void eachEndsInOrder(String name) throws IOException {
    JsonNode sound = JSON.readTree(SOUND.resolve(name).toFile());
    List<JsonPointer> places = new ArrayList<>();
    collect(sound, JsonPointer.empty(), places);
    Path file = folder.resolve("mutated.json");
    for (JsonPointer place : places) {
      for (String value : VALUES) {
        Files.writeString(file, with(sound, place, JSON.readTree(value)).toString());
        String what = place + " is " + value;

        assertOrderly(what, run("report", file));
        assertOrderly(what, run("compare", SOUND.resolve(name), file));
      }
    }
  }

  private void assertOrderly(String what, int code) {
    assertThat(code).as(what).isIn(0, 1, 2, 4);
    if (code == 2) {
      assertThat(err.strip()).as(what).startsWith("Error: ").doesNotContain("\n");
    } else {
      assertThat(err).as(what).isEmpty();
    }
    assertThat(out + err).as(what).doesNotContain("\u001b", "Exception");
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    places.add(at);
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), at.appendIndex(i), places);
    }
    node.properties()
        .forEach(field -> collect(field.getValue(), at.appendProperty(field.getKey()), places));
  }

  private static JsonNode with(JsonNode sound, JsonPointer place, JsonNode value) {
    if (place.matches()) {
      return value;
    }
    JsonNode copy = sound.deepCopy();
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return copy;
  }
}
