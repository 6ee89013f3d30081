package storagebench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import storagebench.proof.RaceSetting.Field;
import storagebench.proof.RaceSetting.Noise;

/** The claims of {@code results/proof/choose.md}, on fewer races. */
@Tag("slow")
class ChooseProofTest {
  private static final int RACES = 40;

  @ParameterizedTest
  @CsvSource({
    "10, 0.03",
    "10, 0.06",
    "10, 0.10",
    "30, 0.03",
    "30, 0.06",
    "30, 0.10",
    "60, 0.03",
    "60, 0.10"
  })
  void aRaceSeldomErrsAndTakesHalfTheTrialsOfEqualAllocation(int contenders, double deviation) {
    RaceSetting setting =
        new RaceSetting(Field.STORAGE_OPTIONS, contenders, deviation, Noise.NORMAL);
    List<SimulatedRace> races = races(setting, 100);
    List<SimulatedRace> decided = races.stream().filter(r -> r.race().decided()).toList();

    assertThat(share(races, SimulatedRace::droppedWrongly)).isLessThanOrEqualTo(0.05);
    assertThat(share(races, SimulatedRace::toldWrongly)).isLessThanOrEqualTo(0.05);
    assertThat(races.stream().mapToDouble(r -> r.shareOfEqualAllocation(setting)).sum() / RACES)
        .isLessThan(0.5);
    assertThat(decided).allMatch(SimulatedRace::isRight);
  }

  @ParameterizedTest
  @EnumSource(Noise.class)
  void neighboursAtTheMarginStay(Noise noise) {
    RaceSetting setting = new RaceSetting(Field.AT_THE_MARGIN, 20, 0.06, noise);

    assertThat(share(races(setting, 60), SimulatedRace::droppedWrongly)).isLessThanOrEqualTo(0.05);
  }

  @Test
  void withoutCorrectionOrByHalvingManyOfTheFrontAreLost() {
    RaceSetting setting = new RaceSetting(Field.STORAGE_OPTIONS, 30, 0.06, Noise.NORMAL);

    assertThat(lost(i -> OtherRule.plain(setting, i, 300).droppedWrongly())).isGreaterThan(0.2);
    assertThat(lost(i -> OtherRule.halving(setting, i, 300).droppedWrongly())).isGreaterThan(0.2);
  }

  /** The figures would take too long here. */
  @Test
  void whatIsKeptHasTheTextsTheColumnsAndTheSettingsOfTheseSimulations() throws IOException {
    assertThat(withoutFigures(Files.readString(Path.of("results/proof/choose.md"))))
        .isEqualTo(withoutFigures(ChooseProof.render(1)));
  }

  /** Of a row of figures the first two cells, which are its setting. */
  private static String withoutFigures(String markdown) {
    return markdown
        .replaceAll("Of [\\d,]+ races each", "Of some races each")
        .replaceAll("(?m)^(\\| [^|]+ \\| [^|]+ \\|)(?: [\\d.,]* \\|)+$", "$1");
  }

  private static List<SimulatedRace> races(RaceSetting setting, int trialsEach) {
    return IntStream.range(0, RACES)
        .mapToObj(i -> SimulatedRace.of(setting, i, trialsEach * setting.contenders()))
        .toList();
  }

  private static double share(List<SimulatedRace> races, Predicate<SimulatedRace> predicate) {
    return races.stream().filter(predicate).count() / (double) races.size();
  }

  private static double lost(Predicate<Integer> race) {
    return IntStream.range(0, RACES).boxed().filter(race).count() / (double) RACES;
  }
}
