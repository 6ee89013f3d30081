package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import storagebench.compare.RunFiles;

/** What a comparison could not have seen comes before what it found. */
class CompareHeadlineTest extends CompareCommandCase {
  @Test
  void tooFewForksTellNothingAndTheHeadlineSaysSo() {
    Path before = run("b", new RunFiles().cell("AO", 100, 9000, 0).cell("PAX", 100, 9000, 0, 1));
    Path after = run("c", new RunFiles().cell("AO", 100, 9000, 1).cell("PAX", 100, 9000, 1, 2));

    assertThat(compare(before, after, "--metric", "score")).isZero();
    assertThat(out)
        .startsWith(
            "Nothing could be told, with 1 to 2 forks a side where a verdict needs 3: 2 could not"
                + " tell.");
    compare(before, after, "--metric", "score", "--where", "variant=AO");
    assertThat(out).startsWith("Nothing could be told, with 1 fork a side where a verdict needs 3");
  }

  @Test
  void sizesThatAreEqualDoNotHideThatTimesCouldNotBeTold() {
    Path before = run("b", new RunFiles().cell("AO", 100, 9000, 0));
    Path after = run("c", new RunFiles().cell("AO", 100, 9000, 1));

    assertThat(compare(before, after)).isZero();
    assertThat(out)
        .startsWith(
            "Could not have seen 3 % in 1 of 1 times, with 1 fork a side where a verdict needs 3;"
                + " no regression found: 1 equivalent, 1 could not tell.");
  }

  @Test
  void noiseThatHidesTheMarginComesFirst() {
    Path before = run("b", new RunFiles().noisy("AO", 100, 9000).quiet("PAX", 100, 9000));
    Path after = run("c", new RunFiles().noisy("AO", 101, 9000).quiet("PAX", 100, 9000));

    assertThat(compare(before, after)).isZero();
    assertThat(out)
        .startsWith("Could not have seen 3 % in 1 of 2 times, the noise hides ")
        .contains(" %; no regression found: 3 equivalent, 1 could not tell.");
    compare(before, after, "--margin", "0", "--where", "variant=AO");
    assertThat(out).startsWith("Could not have seen a small change in 1 of 1 times, ");
  }

  @Test
  void aRegressionIsTheFirstWordWhateverElseCouldNotBeTold() {
    Path before = run("b", new RunFiles().noisy("AO", 100, 9000).quiet("PAX", 100, 9000));
    Path after = run("c", new RunFiles().noisy("AO", 101, 9000).quiet("PAX", 120, 9000));

    assertThat(compare(before, after, "--must-see", "5%")).isEqualTo(1);
    assertThat(out).startsWith("Regression: 1 regression, ");
  }

  @Test
  void whatHasToBeSeenEndsWithThreeWhereItCouldNotBeSeen() {
    Path before = run("b", new RunFiles().noisy("AO", 100, 9000));
    Path after = run("c", new RunFiles().noisy("AO", 101, 9000));

    assertThat(compare(before, after, "--must-see", "5%")).isEqualTo(3);
    assertThat(out).startsWith("Could not have seen 5 % in 1 of 1 times, the noise hides ");
    compare(before, after, "--must-see", "5%", "--format", "junit");
    assertThat(out).contains("failures=\"1\"").contains("skipped=\"0\"");
    assertThat(compare(before, after, "--must-see", "90%")).isZero();
    assertThat(compare(before, after)).isZero();
  }

  @Test
  void aCellThatIsEquivalentHasSeenWhateverIsLargerThanTheMargin() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 100.1, 9000));

    assertThat(compare(before, after, "--must-see", "3%")).isZero();
    assertThat(compare(before, after, "--must-see", "2%")).isEqualTo(2);
    assertOneLineError();
    assertThat(err).contains("the margin of score is larger, 3 %");
    assertThat(compare(before, after, "--must-see", "much")).isEqualTo(2);
    assertThat(err).contains("--must-see much: expected a share");
  }

  @Test
  void aChangeThatMayBeSmallerThanTheMarginDiffers() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 97.3, 9000));

    assertThat(compare(before, after)).isZero();
    assertThat(out)
        .startsWith(
            "No regression found: 1 equivalent, 1 differs, perhaps by less than the margin.");
    assertThat(compare(before, after, "--fail-on", "inconclusive")).isEqualTo(3);
  }

  @Test
  void amongManyRowsOneThatDiffersByItselfMayBeChance() {
    double[] apart = {0.4, 0.1, -0.3, 1.2, -0.2};
    RunFiles before = new RunFiles().quiet("DIFFERS", 100, 9000);
    RunFiles after = new RunFiles().cell("DIFFERS", 103.5, 9000, apart);
    assertThat(compare(run("b", before), run("c", after), "--metric", "score")).isZero();
    assertThat(out).contains("1 differs, perhaps");
    for (int i = 0; i < 60; i++) {
      before.noisy("V" + i, 100, 9000);
      after.noisy("V" + i, 100, 9000);
    }
    RunFiles hardly = after.cell("HARDLY", 101.1, 9000, 1, -1, 0.9, -0.9, 0.3);
    before.noisy("HARDLY", 100, 9000).cell("HARDLY2", 100, 9000, 1, -1, 0.9, -0.9, 0.3);
    hardly.cell("HARDLY2", 101.6, 9000, 1, -1, 0.9, -0.9, 0.3);

    compare(run("b", before), run("c", after), "--metric", "score");

    assertThat(out).contains("by itself it differs, but among so many rows that may be chance");
  }

  @Test
  void theMarginOfTimesIsNotThatOfSizes() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 100, 9450));

    assertThat(compare(before, after, "--margin", "5%")).isEqualTo(1);
    assertThat(out.replaceAll("\\s+", " ")).contains("margin 5 %, of WAL and sizes 1 %");
    assertThat(compare(before, after, "--margin", "bytes.*=6%")).isZero();
    assertThat(out.replaceAll("\\s+", " ")).contains("margin 3 %, of WAL and sizes 6 %");
    Path hardly = run("d", new RunFiles().quiet("AO", 100, 9080));
    assertThat(compare(before, hardly)).isZero();
  }
}
