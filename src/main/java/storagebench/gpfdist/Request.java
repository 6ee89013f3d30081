package storagebench.gpfdist;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a segment asks for.
 *
 * @param path of the URL, as the external table has it
 * @param scan names the scan of one statement: equal for all its segments
 * @param segment number of the segment, from 0
 * @param segments how many segments the cluster says take part
 */
record Request(String path, String scan, int segment, int segments) {
  /** Far more than segments send. */
  static final int MAX_HEAD_BYTES = 1 << 13;

  private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (/\\S*) HTTP/1\\.[01]");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final int BAD_REQUEST = 400;
  private static final int METHOD_NOT_ALLOWED = 405;

  /**
   * Reads the head of a request.
   *
   * @param head request line and headers, each with its line end
   * @throws Refusal if it is not a segment's, or of another protocol than 1
   */
  static Request parse(String head) throws Refusal {
    String[] lines = head.split("\r?\n");
    Matcher line = REQUEST_LINE.matcher(lines[0]);
    if (!line.matches()) {
      throw new Refusal(BAD_REQUEST, "no HTTP request");
    }
    if (!line.group(1).equals("GET")) {
      throw new Refusal(METHOD_NOT_ALLOWED, "rows can only be read here");
    }
    Map<String, String> headers = headers(lines);
    if (!"1".equals(headers.get("X-GP-PROTO"))) {
      throw new Refusal(BAD_REQUEST, "expected X-GP-PROTO: 1, as from a readable external table");
    }
    String scan =
        String.join(
            ".",
            required(headers, "X-GP-XID"),
            required(headers, "X-GP-CID"),
            required(headers, "X-GP-SN"));
    return new Request(
        line.group(2),
        scan,
        number(headers, "X-GP-SEGMENT-ID"),
        number(headers, "X-GP-SEGMENT-COUNT"));
  }

  private static Map<String, String> headers(String[] lines) throws Refusal {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 1) {
        throw new Refusal(BAD_REQUEST, "malformed header");
      }
      headers.put(lines[i].substring(0, colon).strip(), lines[i].substring(colon + 1).strip());
    }
    return headers;
  }

  private static String required(Map<String, String> headers, String name) throws Refusal {
    String value = headers.get(name);
    if (value == null) {
      throw new Refusal(BAD_REQUEST, "no " + name);
    }
    return value;
  }

  private static int number(Map<String, String> headers, String name) throws Refusal {
    String value = required(headers, name);
    if (!NUMBER.matcher(value).matches()) {
      throw new Refusal(BAD_REQUEST, name + " is no number");
    }
    return Integer.parseInt(value);
  }
}
