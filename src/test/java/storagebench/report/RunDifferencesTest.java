package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import storagebench.compare.CompareOptions;
import storagebench.compare.Comparison;
import storagebench.results.Metric;

/** What is warned of where results stand side by side that are not alike. */
class RunDifferencesTest extends TableCase {
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

  private Path launched(String name, String jdk, String arguments, String time) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"jdkVersion\":\""
            + jdk
            + "\",\"jvmArgs\":[\""
            + arguments
            + "\"],\"measurementTime\":\""
            + time
            + "\",\"primaryMetric\":{\"score\":1,\"scoreUnit\":\"us/op\",\"rawData\":[[1],[2]]}}]");
  }

  @Test
  void whatJmhSaysOfJdkArgumentsAndTimesIsNamedWhereItDiffers() throws IOException {
    Path one = launched("one.json", "11.0.18", "-Xmx8g", "10 s");
    Path other = launched("other.json", "17.0.6", "-Xint", "100 ms");
    String warning =
        "a.B.c in mode avgt was not measured alike: jdkVersion 11.0.18 and 17.0.6, jvmArgs -Xint and"
            + " -Xmx8g, measurementTime 10 s and 100 ms";

    assertThat(Report.read(List.of(one, other), ReportOptions.DEFAULT).warnings())
        .containsExactly(warning);
    assertThat(Report.read(List.of(one), ReportOptions.DEFAULT).warnings()).isEmpty();
    assertThat(Comparison.read(List.of(one), List.of(other), CompareOptions.DEFAULT).warnings())
        .contains(warning);
  }

  @Test
  void aCellThatIsTwiceInOneFileIsNamed() throws IOException {
    text.add("a.B.c", "avgt", "us/op").fork(20).fork(20.2);
    text.add("a.B.c", "avgt", "us/op").fork(0.05).fork(0.051);
    text.add("a.B.c", "avgt", "us/op", "p", "1").fork(1);
    Path file = text.write(folder.resolve("twice.json"));
    String warning =
        file
            + " holds several results of one cell of a.B.c, as JMH never writes: they count as more"
            + " forks of it";

    assertThat(Report.read(List.of(file), ReportOptions.DEFAULT).warnings())
        .containsExactly(warning);
    assertThat(Comparison.read(List.of(file), List.of(file), CompareOptions.DEFAULT).warnings())
        .contains(warning);
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
