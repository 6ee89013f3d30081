package storagebench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.statistics.GroupSequential;
import storagebench.statistics.Spending;

/** The claims of {@code results/proof/duel.md}, on fewer duels. */
@Tag("slow")
class DuelProofTest {
  private static final int DUELS = 4000;
  private static final GroupSequential LOOKS =
      new GroupSequential(Spending.POCOCK, SimulatedDuel.FIRST, SimulatedDuel.MOST);

  @Test
  void lookingOftenDoesNotRaiseTheErrorRate() {
    DuelSetting same = DuelSetting.of(0.02, 0);

    assertThat(mean(same, 1, 0, duel -> duel.alarm() ? 1 : 0)).isBetween(0.04, 0.06);
    assertThat(mean(same, 1, 0, duel -> duel.covers(0) ? 1 : 0)).isBetween(0.94, 0.96);
    assertThat(mean(same, 4, 0, duel -> duel.alarm() ? 1 : 0)).isBetween(0.03, 0.06);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.014, 0.02, 0.03})
  void aSlowdownOfEightPercentTakesThreeTenthsFewerTrialsThanTen(double trialSd) {
    DuelSetting slower = DuelSetting.of(trialSd, 0.08);

    assertThat(mean(slower, 1, 0.03, duel -> duel.found() ? 1 : 0)).isGreaterThan(0.9);
    assertThat(mean(slower, 1, 0.03, duel -> duel.trials()[0])).isLessThan(7);
    assertThat(mean(slower, 1, 0.03, duel -> duel.covers(slower.truth()) ? 1 : 0))
        .isGreaterThan(0.94);
  }

  private static double mean(
      DuelSetting setting, int cells, double margin, ToDoubleFunction<SimulatedDuel> figure) {
    SplittableRandom random = setting.random();
    double sum = 0;
    for (int i = 0; i < DUELS; i++) {
      sum +=
          figure.applyAsDouble(
              SimulatedDuel.of(setting, cells, margin, Optional.of(LOOKS), random));
    }
    return sum / DUELS;
  }
}
