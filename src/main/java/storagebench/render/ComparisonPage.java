package storagebench.render;

import java.util.List;
import java.util.stream.Collectors;
import storagebench.compare.Comparison;

/** For a browser: one page that needs nothing else, with the ratios as a forest plot. */
final class ComparisonPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      h1{font-size:1.5rem}h2{font-size:1.2rem}
      body{font:14px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
      table{border-collapse:collapse}td,th{padding:.2rem .6rem;text-align:left}
      tr{border-bottom:1px solid #ccc}.wide{overflow-x:auto}svg{font-size:12px}
      svg line{stroke:currentColor;stroke-width:1.5}svg .one{stroke:#888;stroke-width:1}
      .margin{fill:#8883}.tick{text-anchor:middle;fill:#888}
      .regression{fill:#b3261e;color:#b3261e}.improvement{fill:#1b7f3b;color:#1b7f3b}
      .differs,.could_not_tell{fill:#8a6100;color:#8a6100}.equivalent{fill:#555;color:#555}
      @media(prefers-color-scheme:dark){
      .regression{fill:#ff7b72;color:#ff7b72}.improvement{fill:#56d364;color:#56d364}
      .differs,.could_not_tell{fill:#e3b341;color:#e3b341}.equivalent{fill:#aaa;color:#aaa}}
      @media print{svg{max-width:100%}}
      """;

  private ComparisonPage() {}

  static String render(ComparisonResult judged) {
    Comparison comparison = judged.comparison();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n"
        + "<title>Comparison</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<h1>"
        + escape(judged.headline())
        + "</h1>\n"
        + list(comparison.warnings())
        + "<h2>Ratios, candidate / baseline</h2>\n<div class=\"wide\" tabindex=\"0\">"
        + ForestPlot.of(comparison.rows())
        + "</div>\n"
        + judged.tables().tables().stream().map(ComparisonTable::of).collect(Collectors.joining())
        + "</body>\n</html>\n";
  }

  /** The text as it stands, in elements and in attributes. */
  static String escape(String text) {
    return storagebench.render.Html.text(text);
  }

  private static String list(List<String> warnings) {
    return warnings.stream()
        .map(warning -> "<p><strong>Warning:</strong> " + escape(warning) + "</p>\n")
        .collect(Collectors.joining());
  }
}
