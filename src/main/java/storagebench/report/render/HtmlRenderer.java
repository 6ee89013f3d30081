package storagebench.report.render;

import storagebench.report.Report;

/** x. */
public record HtmlRenderer() implements Renderer {
  @Override
  public String render(Report report) {
    return "";
  }
}
