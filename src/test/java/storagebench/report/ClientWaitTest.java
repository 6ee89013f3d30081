package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.results.ProfilerMetric;

/** A client that is too slow for the segments is not taken for a slow server. */
class ClientWaitTest {
  @TempDir private Path folder;

  @Test
  void moreThanAFewPercentOfTheTimeAreAFootnote() throws IOException {
    assertThat(footnotes(0.4, 0.7))
        .contains(
            "segments waited for the client's rows for up to 6 % of the time: a slow client, not a"
                + " slow server");
  }

  @Test
  void aFewPercentAreNone() throws IOException {
    assertThat(footnotes(0.4, 0.6)).noneMatch(note -> note.contains("slow client"));
  }

  @Test
  void whatTheSegmentsWereServedMakesNoProfiledCell() throws IOException {
    assertThat(report(0.4, 0.6).only(Set.of("anatomy")).tables()).isEmpty();
  }

  private List<String> footnotes(double... waited) throws IOException {
    return report(waited).only(Set.of("throughput")).tables().get(0).footnotes();
  }

  /** Two batches of 1000 rows in 10 ms each. */
  private Report report(double... waitedMillis) throws IOException {
    JmhText text = new JmhText();
    text.add("a.B.gpfdist", "ss", "ms/op", "variant", "AO")
        .fork(10, 10)
        .metric(Metric.ROWS_INSERTED, 1000, 1000)
        .metric(Metric.TIME_WALL, 10, 10)
        .metric(ProfilerMetric.GPFDIST_CLIENT_WAIT, "ms", waitedMillis);
    return Report.read(List.of(text.write(folder.resolve("jmh.json"))), ReportOptions.DEFAULT);
  }
}
