package storagebench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import storagebench.run.plan.Time;

class TrialPaceTest {
  private final AtomicLong nanos = new AtomicLong();
  private final TrialPace pace = new TrialPace(new Time(Clock.systemUTC(), nanos::get).watch());

  @Test
  void aTrialTakesWhatCameBeforeItsBatchesAndTheBatches() {
    at(30);
    pace.ended(1, 11);
    assertThat(pace.whole()).isEmpty();
    at(34);
    pace.ended(3, 11);

    assertThat(pace.whole()).contains(Duration.ofSeconds(30 + 10 * 2));
    assertThat(pace.leftOf(pace.whole().orElseThrow())).isEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void nothingIsLeftOfATrialThatShouldHaveEnded() {
    at(60);

    assertThat(pace.leftOf(Duration.ofSeconds(25))).isEqualTo(Duration.ZERO);
  }

  private void at(int seconds) {
    nanos.set(Duration.ofSeconds(seconds).toNanos());
  }
}
