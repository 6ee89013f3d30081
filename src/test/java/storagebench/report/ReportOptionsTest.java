package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import storagebench.UserError;
import storagebench.render.TextRenderer;
import storagebench.report.study.Reference;
import storagebench.results.Metric;
import storagebench.results.Projection;
import storagebench.results.Where;

/** What the options of a report do to its tables. */
class ReportOptionsTest extends TableCase {
  private static ReportOptions by(String text) {
    return new ReportOptions(
        List.of(), Optional.of(Projection.parse(text)), Optional.empty(), List.of());
  }

  @Test
  void hiddenParameterThatVariesIsWarnedOf() throws IOException {
    cell("AO", "false", 3000, 10, 10);
    cell("AO", "true", 3000, 40, 40);

    Report report = report(by("variant"));

    assertThat(table(report, "throughput").rows()).hasSize(1);
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("indexes varies within rows");
    assertThat(report(by("variant,indexes")).warnings()).isEmpty();
  }

  @Test
  void keysAfterTheSlashBecomeColumns() throws IOException {
    cell("AO", "false", 3000, 10, 10);
    cell("HEAP", "false", 3000, 20, 20);

    String shown = new TextRenderer(false).render(report(by("batchSize/variant")));

    assertThat(shown).contains("HEAP throughput").contains("AO throughput");
  }

  @Test
  void conditionsKeepOrLeaveOutCells() throws IOException {
    cell("AO", "false", 3000, 10);
    cell("HEAP", "false", 3000, 20);
    cell("AOCO", "false", 3000, 20);

    assertThat(rows("variant=AO,HEAP")).isEqualTo(2);
    assertThat(rows("variant!=AO")).isEqualTo(2);
    assertThat(rows("benchmark=insertSelect")).isEqualTo(3);
    assertThatThrownBy(() -> rows("variant=NONE")).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> rows("colour=red"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("known are variant, benchmark");
    assertThatThrownBy(() -> rows("nonsense")).isInstanceOf(UserError.class);
  }

  @Test
  void valuesThatNoResultHasAreRefusedWithThoseThereAre() throws IOException {
    cell("AO", "false", 3000, 10);
    cell("HEAP", "true", 3000, 20);

    for (String condition :
        List.of("variant=AO,TYPO", "variant!=TYPO", "variant=TYPO", "variant=AO,TYPO,TYPO2")) {
      assertThatThrownBy(() -> rows(condition))
          .isInstanceOf(UserError.class)
          .hasMessage("--where variant: no result has 'TYPO'; known are HEAP, AO");
    }
    assertThatThrownBy(() -> rows("variant!=AO,batchSize=10000"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "--where variant: no result has 'batchSize=10000'; known are HEAP, AO;"
                + " give each condition a --where of its own");
  }

  private int rows(String condition) throws IOException {
    ReportOptions options =
        new ReportOptions(
            List.of(Where.parse(condition)), Optional.empty(), Optional.empty(), List.of());
    return table(report(options), "throughput").rows().size();
  }

  @Test
  void referenceMayBeAnyParameter() throws IOException {
    cell("AO", "false", 3000, 10, 10);
    cell("AO", "true", 3000, 40, 40);
    ReportOptions options =
        new ReportOptions(
            List.of(), Optional.empty(), Optional.of(Reference.parse("indexes=false")), List.of());

    assertThat(figure(table(report(options), "throughput"), 1, "speed_over_false").value())
        .isEqualTo(0.25);
    assertThatThrownBy(
            () ->
                report(
                    new ReportOptions(
                        List.of(),
                        Optional.empty(),
                        Optional.of(Reference.parse("NONE")),
                        List.of())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("known are AO");
  }

  @Test
  void referenceMayBeTheUsualWorkload() throws IOException {
    for (String workload : List.of("cdr", "logs")) {
      text.add("a.B.copy", "ss", "ms/op", "variant", "AO", "workload", workload)
          .fork(workload.equals("cdr") ? 10 : 20)
          .metric(Metric.ROWS_INSERTED, 1000);
    }
    ReportOptions options =
        new ReportOptions(
            List.of(), Optional.empty(), Optional.of(Reference.parse("workload=cdr")), List.of());

    assertThat(figure(table(report(options), "throughput"), 1, "speed_over_cdr").value())
        .isEqualTo(0.5);
  }

  @Test
  void aParameterOfOneMethodWithOneValueIsSaidOnce() throws IOException {
    for (String variant : List.of("AO", "HEAP")) {
      text.add("a.B.copy", "ss", "ms/op", "variant", variant, "format", "TEXT").fork(10);
      text.add("a.B.insertSelect", "ss", "ms/op", "variant", variant).fork(10);
    }
    String once = new TextRenderer(false).render(report(ReportOptions.DEFAULT));
    text.add("a.B.insertSelect", "ss", "ms/op", "variant", "PAX", "format", "TEXT").fork(10);
    String told = new TextRenderer(false).render(report(ReportOptions.DEFAULT));

    assertThat(once).contains("format TEXT (copy)").doesNotContainPattern("(?m)^variant.*format");
    assertThat(told).doesNotContain("format TEXT (copy)").containsPattern("(?m)^variant.*format");
  }

  @Test
  void aParameterOfAStrangeNameCannotActOnATerminal() throws IOException {
    text.add("a.B.copy", "ss", "ms/op", "\u001B[31mred", "1").fork(10);

    assertThat(new TextRenderer(true).render(report(ReportOptions.DEFAULT)))
        .doesNotContain("\u001B[31mred");
  }

  @Test
  void unitsOfPeopleDoNotChangeTheFigures() throws IOException {
    cell("AO", "false", 3000, 10, 10);
    ReportOptions options =
        new ReportOptions(List.of(), Optional.empty(), Optional.empty(), List.of("krows/s", "us"));

    assertThat(new TextRenderer(false).render(report(options)))
        .contains("krows/s ↑")
        .contains("us ↓");
    assertThat(figure(table(report(options), "throughput"), 0, "rate_rows_per_s").value())
        .isCloseTo(100_000, within(1e-6));
    assertThatThrownBy(
            () ->
                new ReportOptions(
                    List.of(), Optional.empty(), Optional.empty(), List.of("furlongs")))
        .isInstanceOf(UserError.class);
  }

  @Test
  void twoUnitsOfOneQuantityAreRefused() {
    assertThatThrownBy(
            () ->
                new ReportOptions(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("rows/s", "ms", "krows/s")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--unit rows/s,krows/s: ");
  }
}
