package storagebench.gpfdist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScanTest {
  private final Scan scan = new Scan(SharedRows.blocks(1000, 2), 2, System.nanoTime());

  @Test
  void noSegmentGetsRowsAfterOneHasStoppedReading() throws Refusal {
    scan.begin(0);
    scan.begin(1);
    scan.take(0);
    scan.stalled(0, "segment 0 stopped");

    assertThat(scan.take(1)).isEmpty();
    assertThat(scan.failure()).contains("segment 0 stopped");
    assertThatThrownBy(() -> scan.begin(1)).isInstanceOf(Refusal.class);
  }

  @Test
  void aSegmentThatWasGivenNothingMayBeCutAndAskAgain() throws Refusal {
    scan.begin(0);
    scan.hungUp(0);
    scan.begin(0);

    assertThat(scan.take(0)).isPresent();
  }

  @Test
  void whatWasNotSentIsNotCounted() throws Refusal {
    scan.begin(0);
    scan.take(0);
    assertThat(scan.served().rows()).isZero();
    scan.sent(0, scan.take(0).orElseThrow());
    assertThat(scan.served().rows()).isPositive().isLessThan(1000);
  }

  @Test
  void aScanThatNobodyReadHasNoSkew() {
    assertThat(scan.served().skew()).isNaN();
    assertThat(scan.served().firstAsked()).isEmpty();
    assertThat(scan.served().missing()).containsExactly(0, 1);
  }
}
