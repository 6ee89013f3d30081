package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReplicationTest {
  private static LogDifference unpaired(double value, double deviation) {
    return new LogDifference(value, 0.1, 4, 4, 2 * deviation * deviation, 2);
  }

  @Test
  void unitsForAChangeAreThoseOfPowerTables() {
    // R, example(power.t.test): power.t.test(power = .90, delta = 1) gives n = 22.02110; with
    // power = .80 it is 16.71477.
    assertThat(new Replication(0.05, 0.05, 0.9, 0).unitsToSettle(unpaired(1, 1), 3)).hasValue(23);
    assertThat(new Replication(0.05, 0.05, 0.8, 0).unitsToSettle(unpaired(1, 1), 3)).hasValue(17);
  }

  @Test
  void pairsForAChangeAreThoseOfPowerTables() {
    // R: power.t.test(power = .80, delta = 1, type = "paired") gives n = 9.93785.
    LogDifference paired = new LogDifference(1, 0.5, 3, 3, 1, 1);

    assertThat(new Replication(0.05, 0.05, 0.8, 0).unitsToSettle(paired, 3)).hasValue(10);
  }

  @Test
  void onlyTheDistanceToTheMarginCounts() {
    Replication beyond = new Replication(0.05, 0.05, 0.8, 0.03);
    Replication plain = new Replication(0.05, 0.05, 0.8, 0);

    assertThat(beyond.unitsToSettle(unpaired(0.08, 0.03), 3))
        .isEqualTo(plain.unitsToSettle(unpaired(0.05, 0.03), 3));
    assertThat(beyond.unitsToSettle(unpaired(-0.08, 0.03), 3))
        .isEqualTo(beyond.unitsToSettle(unpaired(0.08, 0.03), 3));
  }

  @Test
  void equivalenceIsInReachWhenTheDifferenceIsInsideTheMargin() {
    Replication replication = new Replication(0.05, 0.05, 0.8, 0.03);

    OptionalInt units = replication.unitsToSettle(unpaired(0, 0.03), 3);

    // Normal approximation: 2 (1.960 + 1.282)^2 = 21.0, Student's quantiles add one or two.
    assertThat(units.getAsInt()).isBetween(22, 23);
  }

  @Test
  void aDifferenceOnTheMarginIsNeverSettled() {
    assertThat(new Replication(0.05, 0.05, 0.8, 0.03).unitsToSettle(unpaired(0.03, 0.03), 3))
        .isEmpty();
  }

  @Test
  void anUnknownSpreadPromisesNothing() {
    LogDifference one = LogDifference.unpaired(new double[] {1}, new double[] {2});

    assertThat(new Replication(0.05, 0.05, 0.8, 0).unitsToSettle(one, 3)).isEmpty();
  }
}
