package storagebench.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import storagebench.gpfdist.Served;
import storagebench.results.ProfilerMetric;
import storagebench.storage.Ingest.Figure;

/** What the segments were served of one batch, as metrics of JMH's result. */
final class ServedFigures {
  private static final String MILLIS = "ms";

  private ServedFigures() {}

  /** The metrics; those that could not be taken are absent. */
  static List<Figure> of(Served served) {
    List<Figure> figures = new ArrayList<>();
    for (Served.Share share : served.shares()) {
      String segment = ProfilerMetric.GPFDIST + "segment" + share.segment();
      figures.add(new Figure(segment + ".rows", share.rows(), "rows"));
      figures.add(new Figure(segment + ".bytes", share.bytes(), "B"));
    }
    if (served.rows() > 0) {
      figures.add(new Figure(ProfilerMetric.GPFDIST_ROWS_SKEW, served.skew(), "max/mean"));
    }
    served
        .firstAsked()
        .ifPresent(after -> figures.add(millis(ProfilerMetric.GPFDIST_FIRST_ASKED, after)));
    served
        .lastAsked()
        .ifPresent(after -> figures.add(millis(ProfilerMetric.GPFDIST_LAST_ASKED, after)));
    figures.add(millis(ProfilerMetric.GPFDIST_CLIENT_WAIT, served.waitedForClient()));
    return figures;
  }

  private static Figure millis(String label, Duration time) {
    return new Figure(label, time.toNanos() / 1e6, MILLIS);
  }
}
