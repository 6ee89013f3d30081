package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import storagebench.report.study.Reference;
import storagebench.table.Table;

/** Levels of compression against size and speed. */
class CompressionCostTest extends TableCase {
  private void setting(
      String workload, String variant, String type, String level, double bytes, double ms) {
    insert(
        bytes,
        new double[] {ms, ms, ms},
        "workload",
        workload,
        "variant",
        variant,
        "compresstype",
        type,
        "compresslevel",
        level,
        "blocksize",
        variant.equals("HEAP") ? "-" : "32768");
  }

  @Test
  void savedAndLostAreBesideTheSettingThatStoresTheMostBytes() throws IOException {
    setting("cdr", "HEAP", "-", "-", 30_000, 8);
    setting("cdr", "AO", "none", "-", 12_000, 10);
    setting("cdr", "AO", "zstd", "1", 6_000, 16);
    setting("cdr", "AO", "zstd", "9", 3_000, 40);
    setting("logs", "AO", "none", "-", 60_000, 20);
    setting("logs", "AO", "zstd", "1", 6_000, 16);
    setting("logs", "AO", "zlib", "5", 15_000, 25);

    Table cost = table("compression-cost");

    assertThat(cost.rows()).as("HEAP has no other setting to stand beside").hasSize(6);
    assertThat(entry(cost, 0, "share_saved").isBlank()).isTrue();
    assertThat(entry(cost, 0, "share_lost").isBlank()).isTrue();
    assertThat(figure(cost, 1, "share_saved").value()).isCloseTo(0.5, within(1e-12));
    assertThat(figure(cost, 1, "share_lost").value()).isCloseTo(1 - 10 / 16.0, within(1e-12));
    assertThat(figure(cost, 2, "share_saved").value()).isCloseTo(0.75, within(1e-12));
    assertThat(figure(cost, 2, "share_lost").value()).isCloseTo(0.75, within(1e-12));
    assertThat(figure(cost, 4, "share_saved").value()).as("zlib").isCloseTo(0.75, within(1e-12));
    assertThat(figure(cost, 5, "share_lost").value()).as("faster").isCloseTo(-0.25, within(1e-12));
  }

  @Test
  void theLeastCompressedStandsInWhereNothingIsUncompressed() throws IOException {
    setting("cdr", "AOCO", "zstd", "9", 3_000, 40);
    setting("cdr", "AOCO", "zstd", "1", 6_000, 20);

    Table cost = table("compression-cost");

    assertThat(entry(cost, 0, "share_saved").isBlank()).as("level 1").isTrue();
    assertThat(figure(cost, 1, "share_saved").value()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void oneSettingAloneHasNoTable() throws IOException {
    setting("cdr", "AO", "zstd", "1", 6_000, 20);
    setting("cdr", "AOCO", "zstd", "1", 3_000, 20);

    assertThat(report(ReportOptions.DEFAULT).tables())
        .noneMatch(t -> t.id().equals("compression-cost"));
  }

  @Test
  void theChoiceNamesVariantsWithTheOptionsInWhichTheyDiffer() throws IOException {
    setting("cdr", "AO", "none", "-", 12_000, 30);
    setting("cdr", "AO", "zstd", "1", 6_000, 16);
    setting("cdr", "AOCO", "zstd", "1", 7_000, 20);

    Table choice = table("choice");

    assertThat(entry(choice, 0, "verdict").text()).hasValue("dominated by AO zstd 1, AOCO zstd 1");
    assertThat(choice.remarks()).hasSize(3);
  }

  @Test
  void anyLevelCanBeComparedWithTheUncompressed() throws IOException {
    setting("cdr", "AO", "none", "-", 12_000, 30);
    setting("cdr", "AO", "zstd", "1", 6_000, 15);
    setting("cdr", "AO", "zstd", "9", 3_000, 60);

    Table throughput =
        table(
            report(
                new ReportOptions(
                    List.of(),
                    Optional.empty(),
                    Optional.of(Reference.parse("compresstype=none")),
                    List.of())),
            "throughput");

    assertThat(figure(throughput, 1, "speed_over_none").value()).isCloseTo(2, within(1e-12));
    assertThat(figure(throughput, 2, "speed_over_none").value()).isCloseTo(0.5, within(1e-12));
  }
}
