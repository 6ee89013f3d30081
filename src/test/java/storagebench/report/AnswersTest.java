package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.render.MarkdownRenderer;
import storagebench.render.TextRenderer;
import storagebench.results.JmhText;
import storagebench.results.Metric;

/** The sentences on top of a report. */
class AnswersTest {
  @TempDir Path folder;

  private final JmhText text = new JmhText();

  /** Batches of 1000 rows in forks that differ by a share of their time. */
  private void cell(
      String workload, String variant, int batchSize, double ms, double spread, double bytes) {
    JmhText.Result result =
        text.add(
            "a.B.insertSelect",
            "ss",
            "ms/op",
            "workload",
            workload,
            "variant",
            variant,
            "batchSize",
            "" + batchSize);
    for (double factor : new double[] {1 - spread, 1, 1 + spread}) {
      result
          .fork(ms * factor, ms * factor)
          .metric(Metric.ROWS_INSERTED, 1000, 1000)
          .metric(Metric.ROWS_TABLE, 1000, 2000)
          .metric(Metric.BYTES_TABLE, 1000 * bytes, 2000 * bytes);
    }
  }

  private Report report() throws IOException {
    return Report.read(List.of(text.write(folder.resolve("jmh.json"))), ReportOptions.DEFAULT);
  }

  @Test
  void eachWorkloadHasASentence() throws IOException {
    cell("cdr", "HEAP", 1000, 10, 0.001, 200);
    cell("cdr", "AOCO", 1000, 20, 0.001, 40);
    cell("logs", "HEAP", 1000, 20, 0.001, 200);
    cell("logs", "AOCO", 1000, 10, 0.001, 40);

    assertThat(report().answers())
        .containsExactly(
            "cdr: HEAP is fastest (100,000 rows/s), beyond doubt; AOCO is smallest (40.0 B/row) at"
                + " 50 % of that speed.",
            "logs: AOCO is fastest (100,000 rows/s), beyond doubt; AOCO is smallest (40.0 B/row) at"
                + " 100 % of that speed.");
  }

  @Test
  void whatMayBeAsFastIsNamed() throws IOException {
    cell("cdr", "HEAP", 1000, 10, 0.2, 200);
    cell("cdr", "AO", 1000, 10.5, 0.2, 60);
    cell("cdr", "AOCO", 1000, 30, 0.01, 40);

    assertThat(report().answers().get(0))
        .startsWith("cdr: HEAP is fastest (100,000 rows/s), though AO may be as fast; AOCO is");
  }

  @Test
  void settingsAreCountedByWhoWinsThem() throws IOException {
    for (int batchSize : new int[] {1000, 2000, 3000}) {
      cell("cdr", "HEAP", batchSize, batchSize == 3000 ? 40 : 10, 0.001, 200);
      cell("cdr", "AO", batchSize, 20, batchSize == 2000 ? 0.9 : 0.001, 60);
    }

    assertThat(report().answers())
        .containsExactly(
            "cdr: HEAP is fastest in 2 of 3 settings, AO in 1 (50,000 to 100,000 rows/s), beyond"
                + " doubt in 2; AO is smallest in 3 of 3 settings (60.0 B/row) at 50 to 100 % of"
                + " that speed.");
  }

  @Test
  void whereOneStandsAloneNobodyIsFastest() throws IOException {
    cell("cdr", "HEAP", 1000, 10, 0.001, 200);
    cell("cdr", "AO", 1000, 20, 0.001, 60);
    cell("cdr", "HEAP", 2000, 40, 0.001, 200);

    assertThat(report().answers())
        .containsExactly(
            "cdr: HEAP is fastest (100,000 rows/s), beyond doubt; AO is smallest (60.0 B/row) at"
                + " 50 % of that speed.");
  }

  @Test
  void aGateSaysItsUnitAlsoWhereAllHaveTheSame() throws IOException {
    text.add("x.Foreign.m", "avgt", "ms/op").fork(10, 10).fork(20, 20).fork(15, 15);

    assertThat(new TextRenderer(false).render(report()))
        .containsPattern("warn: noise: variation of forks is [\\d.]+ % \\(warn over 10\\)");
  }

  @Test
  void oneVariantAloneIsNotCompared() throws IOException {
    cell("cdr", "AO", 1000, 10, 0.001, 60);

    assertThat(report().answers())
        .containsExactly(
            "cdr: AO stores 100,000 rows/s at 60.0 B/row; nothing was measured beside it.");
  }

  @Test
  void answersAndGatesThatWarnStandOnTop() throws IOException {
    cell("cdr", "HEAP", 1000, 10, 0.2, 200);
    cell("cdr", "AO", 1000, 20, 0.2, 60);
    Report report = report();
    String answer = report.answers().get(0).substring(0, 30);

    assertThat(new TextRenderer(false).render(report))
        .startsWith(answer)
        .containsSubsequence("warn: noise: variation of forks is 20", "THROUGHPUT");
    assertThat(new TextRenderer(false).render(report, table -> table.id().equals("compression")))
        .containsSubsequence("warn: noise: variation of forks is 20", "COMPRESSION")
        .doesNotContain("THROUGHPUT");
    assertThat(MarkdownRenderer.render(report))
        .startsWith("- " + answer)
        .containsSubsequence("- warn: noise: variation of forks is 20", "## Throughput");
  }
}
