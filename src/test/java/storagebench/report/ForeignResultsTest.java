package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.render.CsvRenderer;
import storagebench.render.TextRenderer;
import storagebench.results.TimeUnits;
import storagebench.results.Where;
import storagebench.table.Table;

/** Results that the suite's own benchmarks do not make. */
class ForeignResultsTest extends TableCase {
  private static final Path JMH = Path.of("src/test/resources/jmh");

  @Test
  void theScoreOfSamplesIsTheOneThatJmhPrints() throws IOException {
    Path sampled = Path.of("src/test/resources/jmh/mode-sample.json");
    JsonNode results = new ObjectMapper().readTree(sampled.toFile());
    Table throughput = table(Report.read(List.of(sampled), ReportOptions.DEFAULT), "throughput");

    assertThat(throughput.rows()).hasSameSizeAs(results);
    for (int row = 0; row < throughput.rows().size(); row++) {
      double shown = figure(throughput, row, "score").value();
      assertThat(results)
          .anySatisfy(
              result ->
                  assertThat(result.at("/primaryMetric/score").asDouble())
                      .isCloseTo(shown, within(1e-9 * shown)));
    }
  }

  @Test
  void whatModeAndUnitContradictHasNoDirectionAndIsNotCompared() throws IOException {
    text.add("a.B.run", "avgt", "ops/s", "variant", "AO").fork(1, 2);
    text.add("a.B.run", "avgt", "ops/s", "variant", "HEAP").fork(2, 4);

    String rendered = CsvRenderer.render(table("throughput"));

    assertThat(rendered).contains("ops/s, in mode avgt: unknown which way is better");
    assertThat(rendered).doesNotContain("lower is better", "0.5");
  }

  /** JMH's own: the largest of all samples, a total, a mean over five iterations, no raw data. */
  @Test
  void secondaryMetricsOfOthersAreJmhsScores() {
    assertThat(othersIn("sparse-secondary.json"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "c·p1.00", 51.0,
                "gc.churn.G1_Survivor_Space", 2.0,
                "gc.count", 7.0,
                "gc.alloc.rate.norm", 2048.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"profiler-gc.json", "mode-sample.json", "dotted-names-of-older-jmh.json"})
  void secondaryMetricsOfRealFilesAreJmhsScores(String file) throws IOException {
    JsonNode result = new ObjectMapper().readTree(JMH.resolve(file).toFile()).get(0);
    Map<String, Double> shown = othersIn(file);

    assertThat(shown).isNotEmpty();
    result
        .get("secondaryMetrics")
        .properties()
        .forEach(
            metric -> {
              double score = metric.getValue().get("score").asDouble();
              String name = metric.getKey().replaceFirst("^[·@]", "");
              assertThat(shown).containsKey(name);
              assertThat(shown.get(name)).as(name).isCloseTo(score, withinPercentage(1e-7));
            });
  }

  /** By name; of the first cell where there are several. */
  private static Map<String, Double> othersIn(String file) {
    Table table =
        table(Report.read(List.of(JMH.resolve(file)), ReportOptions.DEFAULT), "other-metrics");
    Map<String, Double> scores = new HashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      scores.putIfAbsent(
          entry(table, row, "metric").text().orElseThrow(), figure(table, row, "score").value());
    }
    return scores;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode-avgt.json", "mode-sample.json", "mode-ss.json"})
  void medianAndP95OfOthersAreThoseOfTheirFile(String file) throws IOException {
    JsonNode results = new ObjectMapper().readTree(JMH.resolve(file).toFile());
    Table table =
        table(Report.read(List.of(JMH.resolve(file)), ReportOptions.DEFAULT), "throughput");

    assertThat(table.rows()).hasSameSizeAs(results);
    for (int row = 0; row < table.rows().size(); row++) {
      double p95 = figure(table, row, "batch_p95_s").value();
      double median = figure(table, row, "batch_median_s").value();
      assertThat(results)
          .anySatisfy(
              result -> {
                JsonNode metric = result.get("primaryMetric");
                double unit =
                    TimeUnits.perOperation(metric.get("scoreUnit").asText()).orElseThrow();
                JsonNode percentiles = metric.get("scorePercentiles");
                assertThat(percentiles.get("95.0").asDouble() * unit)
                    .isCloseTo(p95, withinPercentage(1e-9));
                assertThat(percentiles.get("50.0").asDouble() * unit)
                    .isCloseTo(median, withinPercentage(1e-9));
              });
    }
  }

  @Test
  void aParameterThatIsNamedAsAnotherKeyIsStaysItsOwn() throws IOException {
    text.add("a.B.run", "avgt", "ms/op", "mode", "sync").fork(1, 2);
    text.add("a.B.run", "avgt", "ms/op", "mode", "async").fork(3, 4);

    Report all = report(ReportOptions.DEFAULT);
    Report one =
        report(
            new ReportOptions(
                List.of(Where.parse("param:mode=sync")),
                Optional.empty(),
                Optional.empty(),
                List.of()));

    assertThat(CsvRenderer.render(table(all, "throughput")).lines().findFirst().orElseThrow())
        .startsWith("benchmark,threads,mode,param:mode,");
    assertThat(table(one, "throughput").rows()).hasSize(1);
    assertThat(entry(table(one, "throughput"), 0, "param:mode").text()).contains("sync");
  }

  @Test
  void whatElseIndexesAreSetToIsSaidInTheSentenceOfAVariant() throws IOException {
    cell("AO", "none", 3000, 10, 10.1);
    cell("HEAP", "none", 9000, 5, 5.1);
    cell("AO", "five", 3000, 30, 30.1);
    cell("HEAP", "five", 9000, 25, 25.1);

    assertThat(table("choice").remarks())
        .hasSize(2)
        .allMatch(s -> s.contains("with indexes=five ") && s.contains("; with indexes=none "));
  }

  @Test
  void aFileThatJmhNamedIsFoundInFolders() throws IOException {
    text.add("a.B.run", "avgt", "ms/op").fork(1, 2);
    text.write(Files.createDirectories(folder.resolve("run")).resolve("jmh-result.json"));

    Report report = Report.read(List.of(folder), ReportOptions.DEFAULT);

    assertThat(table(report, "throughput").rows()).hasSize(1);
  }

  private String shown() throws IOException {
    return new TextRenderer(false).render(report(ReportOptions.DEFAULT));
  }

  @Test
  void gatesThatCannotApplyAreLeftOut() throws IOException {
    text.add("a.B.run", "avgt", "ms/op").fork(1, 2);

    assertThat(report(ReportOptions.DEFAULT).tables())
        .extracting(Table::id)
        .doesNotContain("gates");

    text.add("a.B.other", "avgt", "ms/op").fork(1).fork(1.1).fork(1.2);

    assertThat(table("gates").rows())
        .extracting(row -> row.get(0).text().orElseThrow())
        .containsExactly("noise: variation of forks", "drift of speed across forks");
  }

  @Test
  void aUnitOfEveryRowIsSaidOnce() throws IOException {
    text.add("a.B.run", "avgt", "ms/op").fork(1, 2);
    text.add("a.B.other", "avgt", "ms/op").fork(1, 2);

    assertThat(shown().split("ms/op, lower is better", -1)).hasSize(2);
    assertThat(shown()).contains("In all rows: threads 1, mode avgt, unit ms/op, lower is better.");
  }

  @Test
  void methodNamesStayWholeBesideParametersThatMostCellsLack() throws IOException {
    String method = "aMethodWhoseNameSomebodyThoughtAboutForLong";
    text.add("a.B." + method, "avgt", "ms/op", "one", "a value of some length").fork(1, 2);
    text.add("a.B.other", "avgt", "ms/op", "another", "a value of some length").fork(1, 2);
    text.add("a.B.third", "thrpt", "ms/op", "third", "a value of some length").fork(1, 2);

    assertThat(shown().lines().filter(line -> line.startsWith("aMethod")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith(method));
  }

  @Test
  void wideAndCombiningCharactersAlign() throws IOException {
    for (String name : List.of("plain", "\u6570\u636E\u5E93", "e\u0301te\u0301", "\uD83D\uDE80")) {
      text.add("a.B.run", "avgt", "ms/op", "name", name).fork(7, 7).fork(7, 7);
    }
    List<String> rows = shown().lines().filter(line -> line.contains("      2  ")).toList();

    // Where the first figure ends in a terminal: wide characters take two columns, marks none.
    assertThat(rows).hasSize(4);
    assertThat(rows)
        .extracting(
            row -> {
              String before = row.substring(0, row.indexOf("      2  "));
              return before
                  .replaceAll("[\u3000-\u9FFF]|\uD83D\uDE80", "ww")
                  .replace("\u0301", "")
                  .length();
            })
        .hasSize(4)
        .containsOnly(
            rows.stream()
                .filter(row -> row.startsWith("plain"))
                .findFirst()
                .orElseThrow()
                .indexOf("      2  "));
  }

  @Test
  void numbersKeepTheirSignInCsvAndFormulasDoNotCollideWithText() throws IOException {
    for (String value : List.of("-5", "+5", "=1", "'=1", "-5e3", "@x")) {
      text.add("a.B.run", "avgt", "ms/op", "p", value).fork(1, 2);
    }

    assertThat(CsvRenderer.render(table("throughput")).lines().skip(1))
        .extracting(line -> line.split(",")[3])
        .containsExactlyInAnyOrder("-5", "+5", "'=1", "''=1", "'-5e3", "'@x");
  }
}
