package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import storagebench.storage.Partitions;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.stream.BatchRow.Times;
import storagebench.workload.Digest;

class PhaseProgressTest {
  private static final StreamPlan PLAN =
      new StreamPlan(
          "0badcafe",
          "cdr",
          1,
          24,
          1,
          List.of(Phase.ONE),
          List.of(Variant.AO, Variant.AOCO),
          Method.INSERT_SELECT,
          Partitions.NONE,
          false,
          StreamPlan.QUERY_TIMEOUT,
          false,
          1);

  private final PhaseProgress pace = new PhaseProgress(PLAN, List.of());

  @Test
  void ratesAreOfBatchesThatEveryVariantHas() {
    insert(Variant.AO, 1, 1000, 100);
    assertThat(pace.rate(Variant.AO)).isNaN();
    insert(Variant.AOCO, 1, 1000, 80);
    insert(Variant.AO, 2, 500_000, 2000);

    assertThat(pace.rate(Variant.AO)).isCloseTo(10_000, offset(1e-6));
    assertThat(pace.rate(Variant.AOCO)).isCloseTo(12_500, offset(1e-6));
    assertThat(pace.rows(Variant.AO)).isEqualTo(501_000);
  }

  @Test
  void aBatchThatWasNotTimedForOneVariantCountsForNone() {
    insert(Variant.AO, 1, 1000, 100);
    insert(Variant.AOCO, 1, 1000, 80);
    insert(Variant.AOCO, 2, 500_000, Double.NaN);
    insert(Variant.AO, 2, 500_000, 2000);

    assertThat(pace.rate(Variant.AO)).isCloseTo(10_000, offset(1e-6));
    assertThat(pace.rate(Variant.AOCO)).isCloseTo(12_500, offset(1e-6));
  }

  private void insert(Variant variant, int batch, long rows, double millis) {
    pace.inserted(
        new BatchRow(
            new Place(Phase.ONE, variant, batch),
            new Digest(rows, 0, 0),
            new Times(millis, 0, millis, 0)));
  }
}
