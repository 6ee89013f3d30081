package storagebench.render;

import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The scripts of a page, in the order in which they run.
 *
 * @param scripts each with its hash
 */
record PageScripts(List<Script> scripts) {
  private static final String WEBJAR =
      "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.min.js";

  /**
   * A script.
   *
   * @param source its text
   * @param sha256 the hash of the text in Base64: written down beside it, because it never changes
   *     and the JVM's first hash costs as much as two tables
   */
  record Script(String source, String sha256) {}

  /** Chart.js from the class path, then the page's own script. */
  static PageScripts charts() {
    Properties known = Resources.properties("scripts.properties");
    String chartJs = Resources.text(WEBJAR.formatted(known.getProperty("chart.js.version")));
    String reportJs = Resources.text("report.js").strip();
    return new PageScripts(
        List.of(
            new Script(withoutMap(chartJs), known.getProperty("chart.js.sha256")),
            new Script(reportJs, known.getProperty("report.js.sha256"))));
  }

  /** Without the last line that names a source map: tools of developers would fetch it. */
  private static String withoutMap(String script) {
    int map = script.lastIndexOf("\n//# sourceMappingURL=");
    return map < 0 ? script.strip() : script.substring(0, map).strip();
  }

  boolean isEmpty() {
    return scripts.isEmpty();
  }

  /** What a content security policy allows: these scripts and no other. */
  String policy() {
    return isEmpty()
        ? "'none'"
        : scripts.stream().map(s -> "'sha256-" + s.sha256() + "'").collect(Collectors.joining(" "));
  }

  String elements() {
    StringBuilder elements = new StringBuilder();
    scripts.forEach(s -> elements.append("<script>").append(s.source()).append("</script>\n"));
    return elements.toString();
  }
}
