package storagebench.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Fingerprints for tests. */
final class Fingerprints {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Fingerprints() {}

  /** Nested objects from paths such as {@code server/settings/fsync}. */
  static String json(Map<String, String> facts) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    facts.forEach(
        (path, value) -> {
          ObjectNode node = root;
          String[] names = path.split("/");
          for (int i = 0; i < names.length - 1; i++) {
            node = node.withObject("/" + names[i]);
          }
          node.put(names[names.length - 1], value);
        });
    return JSON.writeValueAsString(root);
  }
}
