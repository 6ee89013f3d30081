package storagebench.choose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontTest {
  private static Front.Point point(String name, double bytes, double seconds) {
    return new Front.Point(new Contender(name, bytes), Math.log(seconds));
  }

  private static List<String> names(Front front) {
    return front.points().stream().map(p -> p.contender().name()).toList();
  }

  @Test
  void thoseThatAnotherBeatsOnBothAreNotOnIt() {
    Front front =
        Front.of(
            List.of(
                point("heap", 200, 1.1),
                point("ao", 160, 1),
                point("zstd 1", 80, 1.1),
                point("zlib 1", 90, 1.3),
                point("zstd 19", 60, 3)));

    assertThat(names(front)).containsExactly("zstd 19", "zstd 1", "ao");
    assertThat(front.smallest().name()).isEqualTo("zstd 19");
    assertThat(front.fastest().name()).isEqualTo("ao");
  }

  /**
   * By hand, natural logarithms of size by 60 and time by 1: zstd 19 (0, 1.099), zstd 1 (0.288,
   * 0.095), ao (0.981, 0). The distances are 1.099, 0.303 and 0.981.
   */
  @Test
  void theBalancedOneIsClosestToTheIdeal() {
    Front front =
        Front.of(List.of(point("zstd 19", 60, 3), point("zstd 1", 80, 1.1), point("ao", 160, 1)));

    assertThat(front.balanced().name()).isEqualTo("zstd 1");
  }

  @Test
  void twiceAsLargeIsAsBadAsTwiceAsSlow() {
    assertThat(Front.of(List.of(point("small", 100, 2), point("fast", 210, 1))).balanced().name())
        .isEqualTo("small");
    assertThat(Front.of(List.of(point("small", 100, 2), point("fast", 190, 1))).balanced().name())
        .isEqualTo("fast");
  }

  @Test
  void ofTwoOfOneSizeTheFasterIsOnIt() {
    assertThat(names(Front.of(List.of(point("slow", 100, 2), point("fast", 100, 1)))))
        .containsExactly("fast");
  }
}
