package storagebench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nights are compared with which. */
class SpanTest {
  private static final List<Point> YEAR = Nights.points(Nights.of(new double[200]), "score");

  @ParameterizedTest
  @CsvSource({
    "NIGHT, 199, 199, 192, 198",
    "WEEK, 196, 199, 188, 195",
    "MONTH, 190, 199, 154, 184",
    "QUARTER, 186, 199, 63, 153"
  })
  void theFurtherBackTheMoreNightsOnBothSides(
      Span span, int newestFrom, int newestTo, int earlierFrom, int earlierTo) {
    List<List<Integer>> places = span.of(YEAR, 0, 199);

    assertThat(places.get(0)).isEqualTo(range(newestFrom, newestTo));
    assertThat(places.get(1)).isEqualTo(range(earlierFrom, earlierTo));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void nightsBeforeTheFirstThatMayBeUsedAreLeftOut() {
    assertThat(Span.WEEK.of(YEAR, 193, 199).get(1)).containsExactly(193, 194, 195);
    assertThat(Span.WEEK.of(YEAR, 197, 199)).containsExactly(List.of(197, 198, 199), List.of());
  }

  @Test
  void nightsThatWereNotMeasuredAreNotWaitedFor() {
    List<Point> everyThird =
        IntStream.range(0, 60).filter(i -> i % 3 == 0).mapToObj(YEAR::get).toList();

    assertThat(Span.NIGHT.of(everyThird, 0, 19)).containsExactly(List.of(19), List.of(17, 18));
    assertThat(Span.MONTH.of(everyThird, 0, 19).get(0)).containsExactly(16, 17, 18, 19);
  }
}
