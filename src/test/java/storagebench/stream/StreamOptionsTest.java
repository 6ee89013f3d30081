package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.UserError;
import storagebench.storage.Partitions;
import storagebench.storage.Variant;

class StreamOptionsTest {
  private final StreamPlan plan =
      options(null, null, null).plan("0badcafe", 7, List.of(Variant.HEAP, Variant.AO));

  @Test
  void whatWasNotAskedForAgreesWithEveryPlan() {
    assertThatCode(() -> options(null, null, null).agreeWith(plan)).doesNotThrowAnyException();
    assertThatCode(() -> options(20_250_101L, 500, 1.0).agreeWith(plan)).doesNotThrowAnyException();
  }

  @Test
  void everyDifferenceFromThePlanIsRefusedByName() {
    assertRefused(options(1L, null, null), "--seed 1", "20250101");
    assertRefused(options(null, 20, null), "--batches 20", "500");
    assertRefused(options(null, null, 0.5), "--scale 0.5", "1.0");
    assertRefused(
        others(List.of(Phase.TWO), null, null, null), "--phase [phase 2]", "[phase 1, phase 2]");
    assertRefused(
        others(null, List.of(Variant.AO, Variant.HEAP), null, null),
        "--variants [AO, HEAP]",
        "[HEAP, AO]");
    assertRefused(others(null, null, Method.COPY, null), "--method copy", "insertSelect");
    assertRefused(others(null, null, null, Partitions.HOURLY), "--partitions hourly", "none");
  }

  @ParameterizedTest
  @CsvSource({"-1,,", "2147483648,,", ",0,", ",10000,", ",,0", ",,11", ",,0.12345", ",,NaN"})
  void whatNoStreamCouldDoIsRefused(Long seed, Integer batches, Double scale) {
    assertThatThrownBy(() -> options(seed, batches, scale))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("; expected ");
  }

  @Test
  void aVariantNamedTwiceIsRefused() {
    assertThatThrownBy(() -> others(null, List.of(Variant.AO, Variant.AO), null, null))
        .hasMessageContaining("each variant once");
  }

  @Test
  void aQueryTimeoutBelongsToQueriesAndToTheWholeStream() {
    assertThatThrownBy(() -> timeout(Duration.ofHours(597), true, false))
        .hasMessage("--query-timeout is 597h; expected 1s to 596h");
    assertThatThrownBy(() -> timeout(Duration.ofSeconds(1), false, false))
        .hasMessageContaining("is for --queries");
    StreamPlan begun = timeout(Duration.ofMinutes(1), true, false).plan("0badcafe", 7, List.of());

    assertThatCode(() -> timeout(Duration.ofSeconds(60), false, true).agreeWith(begun))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> timeout(Duration.ofSeconds(61), false, true).agreeWith(begun))
        .hasMessageContaining("cannot resume with --query-timeout 61s", "begun with 60s");
  }

  /** As streams wrote it that were begun before there was a timeout. */
  @Test
  void aPlanWithoutAQueryTimeoutIsOneWithTheUsual() {
    String before = plan.json().replaceFirst(" *\"queryTimeout\" : \\d+,\n", "");

    assertThat(before).isNotEqualTo(plan.json());
    assertThat(plan.isWrittenAs(before)).isTrue();
    assertThat(plan.isWrittenAs(before.replace("0badcafe", "0badcaff"))).isFalse();
    assertThat(plan.isWrittenAs("{}")).isFalse();
  }

  private void assertRefused(StreamOptions asked, String given, String begun) {
    assertThatThrownBy(() -> asked.agreeWith(plan))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot resume with " + given)
        .hasMessageContaining("begun with " + begun);
  }

  private static StreamOptions options(Long seed, Integer batches, Double scale) {
    return new StreamOptions(
        Optional.empty(),
        Optional.ofNullable(seed),
        Optional.ofNullable(batches),
        Optional.ofNullable(scale),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        Path.of("results"),
        Optional.empty());
  }

  private static StreamOptions others(
      List<Phase> phases, List<Variant> variants, Method method, Partitions partitions) {
    return new StreamOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(phases),
        Optional.ofNullable(variants),
        Optional.ofNullable(method),
        Optional.ofNullable(partitions),
        false,
        Optional.empty(),
        false,
        Path.of("results"),
        Optional.empty());
  }

  private static StreamOptions timeout(Duration timeout, boolean queries, boolean resumed) {
    return new StreamOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        queries,
        Optional.of(timeout),
        false,
        Path.of("results"),
        Optional.of(Path.of("results/begun")).filter(folder -> resumed));
  }
}
