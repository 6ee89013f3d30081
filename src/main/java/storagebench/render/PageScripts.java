package storagebench.render;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import storagebench.Sha256;

/**
 * The scripts of a page.
 *
 * @param sources their texts, in the order in which they run
 */
public record PageScripts(List<String> sources) {
  /** No scripts. */
  static final PageScripts NONE = new PageScripts(List.of());

  private static final String WEBJAR =
      "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.min.js";

  /** Chart.js from the class path, then the page's own script. */
  static PageScripts charts() {
    String chartJs = Resources.text(WEBJAR.formatted(Resources.text("chart.js.version").strip()));
    return new PageScripts(List.of(withoutMap(chartJs), Resources.text("report.js").strip()));
  }

  /** Without the last line that names a source map: tools of developers would fetch it. */
  private static String withoutMap(String script) {
    int map = script.lastIndexOf("\n//# sourceMappingURL=");
    return map < 0 ? script.strip() : script.substring(0, map).strip();
  }

  /** Whether nothing runs in the page. */
  public boolean isEmpty() {
    return sources.isEmpty();
  }

  /** What a content security policy allows: these scripts and no other. */
  public String policy() {
    return isEmpty()
        ? "'none'"
        : sources.stream()
            .map(source -> "'sha256-" + sha256(source) + "'")
            .collect(Collectors.joining(" "));
  }

  private static String sha256(String source) {
    return Base64.getEncoder()
        .encodeToString(Sha256.digest().digest(source.getBytes(StandardCharsets.UTF_8)));
  }
}
