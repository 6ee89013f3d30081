package storagebench.report.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The scripts of a page, in the order in which they run.
 *
 * @param sources their text
 */
record PageScripts(List<String> sources) {
  private static final String WEBJAR =
      "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.min.js";

  /** Chart.js from the class path, then the page's own script. */
  static PageScripts charts() {
    String version = Resources.text("chart.properties").strip().replace("version=", "");
    String chartJs = Resources.text(WEBJAR.formatted(version));
    return new PageScripts(List.of(withoutMap(chartJs), Resources.text("report.js").strip()));
  }

  /** Without the last line that names a source map: tools of developers would fetch it. */
  private static String withoutMap(String script) {
    int map = script.lastIndexOf("\n//# sourceMappingURL=");
    return map < 0 ? script.strip() : script.substring(0, map).strip();
  }

  boolean isEmpty() {
    return sources.isEmpty();
  }

  /** What a content security policy allows: these sources and no other. */
  String policy() {
    return isEmpty()
        ? "'none'"
        : sources.stream().map(s -> "'sha256-" + hash(s) + "'").collect(Collectors.joining(" "));
  }

  String elements() {
    return sources.stream().map(s -> "<script>" + s + "</script>\n").collect(Collectors.joining());
  }

  private static String hash(String source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
