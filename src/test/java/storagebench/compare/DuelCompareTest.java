package storagebench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Interleaving;
import storagebench.results.JmhText;
import storagebench.results.Metric;

/** Duels as they are compared: by pairs of batches, with what was made to differ. */
class DuelCompareTest {
  /** Batches of a trial that a busy machine stretches, both sides of a pair alike. */
  private static final double[] BUSY = {1, 3, 1.2, 7, 1.1};

  @TempDir private Path folder;

  @Test
  void aTrialCountsByTheMedianOfItsPairs() throws IOException {
    double[] shares = {1.05, 1.06, 1.04};
    write("b", "AO", new double[] {1, 1, 1}, List.of());
    write("c", "AO", shares, List.of());
    Row row = compare().rows().get(0);

    // One pair in five is held up on the candidate's side and does not count.
    assertThat(row.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(row.ratio().value()).isCloseTo(Math.cbrt(1.05 * 1.06 * 1.04), within(1e-9));
    assertThat(row.ratio().low()).isBetween(1.02, 1.03);
    assertThat(compare().warnings()).anyMatch(w -> w.contains("in every trial both sides took"));
  }

  @Test
  void pairsAreFoundByTheirNumberNotByTheirPlace() throws IOException {
    write("b", "AO", new double[] {1, 1, 1}, List.of());
    write("c", "AO", new double[] {1.1, 1.1, 1.1}, List.of());
    String text = Files.readString(folder.resolve("c/jmh.json"));
    Files.writeString(
        folder.resolve("c/jmh.json"),
        text.replace("[0.0,1.0,2.0,3.0,4.0]", "[9.0,8.0,7.0,3.0,4.0]"));

    // Only two pairs are left, so the forks are compared as wholes.
    assertThat(compare().warnings()).noneMatch(w -> w.contains("in every trial both sides took"));
  }

  @Test
  void cellsThatWereMadeToDifferAreCompared() throws IOException {
    write("b", "AO", new double[] {1, 1, 1}, List.of("variant"));
    write("c", "AOCO", new double[] {1.2, 1.2, 1.2}, List.of("variant"));

    assertThat(compare().rows())
        .singleElement()
        .extracting(Row::verdict, row -> row.identity().param("variant"))
        .containsExactly(Verdict.REGRESSION, Optional.of("AO → AOCO"));
    assertThat(compare().warnings()).contains("made to differ: variant (AO / AOCO)");
    assertThat(compare().onlyBaseline()).isEmpty();
  }

  @Test
  void whatOnlyOneSideSaysWasMadeToDifferIsNotBelieved() throws IOException {
    write("b", "AO", new double[] {1, 1, 1}, List.of("variant"));
    write("c", "AOCO", new double[] {1.2, 1.2, 1.2}, List.of());

    assertThat(compare().rows()).isEmpty();
    assertThat(compare().onlyBaseline()).hasSize(1);
  }

  @Test
  void aDuelThatEndedEarlyIsJudgedMoreStrictly() throws IOException {
    double[] slower = {1.07, 1.08, 1.09};
    write("b", "AO", new double[] {1, 1, 1}, List.of());
    write("c", "AO", slower, List.of());
    Row fixed = compare().rows().get(0);
    looks("b");
    looks("c");
    Row looked = compare().rows().get(0);

    assertThat(fixed.verdict()).isEqualTo(Verdict.REGRESSION);
    assertThat(looked.ratio().low()).isLessThan(fixed.ratio().low());
    assertThat(looked.p()).isGreaterThan(fixed.p());
    assertThat(compare().warnings())
        .anyMatch(w -> w.contains("looked at after every trial from 3"));
  }

  @Test
  void aDuelThatEndedEarlyIsPutTogetherWithNoOther() throws IOException {
    write("b", "AO", new double[] {1, 1, 1}, List.of());
    write("c", "AO", new double[] {1, 1, 1}, List.of());
    looks("c");

    assertThatThrownBy(this::compare)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("ended when it was decided");
  }

  private Comparison compare() {
    return Comparison.read(
        List.of(folder.resolve("b")), List.of(folder.resolve("c")), CompareOptions.DEFAULT);
  }

  private void looks(String side) {
    new Interleaving("s", List.of(), List.of(), new Interleaving.Looks("pocock", 3, 10))
        .write(folder.resolve(side));
  }

  private void write(String side, String variant, double[] trials, List<String> differs)
      throws IOException {
    JmhText text = new JmhText();
    JmhText.Result result = text.add("a.B.insert", "ss", "ms/op", "variant", variant);
    for (double trial : trials) {
      double[] times = Arrays.stream(BUSY).map(busy -> 100 * busy * trial).toArray();
      times[2] *= side.equals("c") ? 4 : 1;
      result.fork(times).metric(Metric.DUEL_PAIR, 0, 1, 2, 3, 4);
    }
    Files.createDirectories(folder.resolve(side));
    text.write(folder.resolve(side).resolve("jmh.json"));
    new Interleaving("s", List.of(), differs, null).write(folder.resolve(side));
  }
}
