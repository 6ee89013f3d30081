package storagebench.render;

import storagebench.report.Report;

/** One way to show a report. The same report gives the same text, byte for byte. */
public interface Renderer {
  /** The whole report, ending in a line break. */
  String render(Layout layout);

  /** The same for a report that is shown in one way only. */
  default String render(Report report) {
    return render(new Layout(report));
  }
}
