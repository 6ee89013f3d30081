package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import storagebench.results.Metric;

/** What is warned of where results stand side by side that are not alike. */
class UnlikeTest extends TableCase {
  @Test
  void runsWithOtherTablesOrServersAreNamedByTheirFacts() throws IOException {
    Runs runs = new Runs(folder);
    runs.write("a/round", "AO", 3000);
    runs.write("b/round", "AO", 3001);
    runs.fingerprint("a/round", "{\"ddl\": {\"AO\": \"1\"}, \"server\": {\"version\": \"x\"}}");
    runs.fingerprint("b/round", "{\"ddl\": {\"AO\": \"2\"}, \"server\": {\"version\": \"x\"}}");

    Report report = runs.report();

    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("the runs differ in ddl.AO: ");
    assertThat(table(report, "fingerprint").rows().stream().map(r -> r.get(1).text().orElse("")))
        .contains("a/round", "b/round", "all");
  }

  @Test
  void runsThatDifferInTheirSeedsAloneAreAlike() throws IOException {
    Runs runs = new Runs(folder);
    runs.write("a", "AO", 3000);
    runs.write("b", "AO", 3001);
    runs.fingerprint("a", "{\"order\": 1, \"client\": {\"memory\": 7}}");
    runs.fingerprint("b", "{\"order\": 2, \"client\": {\"memory\": 8}}");

    assertThat(runs.report().warnings()).isEmpty();
  }

  @Test
  void scoresInTwoUnitsAreNotComparedInSilence() throws IOException {
    cell("HEAP", "false", 9000, 10, 10.1);
    text.add(INSERT, "ss", "s/op", "variant", "AO", "batchSize", "1000", "indexes", "false")
        .fork(0.01, 0.01)
        .metric(Metric.ROWS_INSERTED, 1000, 1000);

    assertThat(report(ReportOptions.DEFAULT).warnings())
        .singleElement()
        .asString()
        .contains("in mode ss has scores in ms/op and s/op")
        .contains("-tu");
  }
}
