package storagebench.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageScriptsTest {
  /** The hash of a known text, so that a browser runs the scripts; ChromiumTest sees it do so. */
  @Test
  void thePolicyAllowsTheScriptsOfThePageByTheirHashesAndNoOther() {
    assertThat(new PageScripts(List.of("alert('Hello, world.');")).policy())
        .isEqualTo("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    assertThat(PageScripts.charts().policy().split(" ")).hasSize(2).doesNotHaveDuplicates();
    assertThat(PageScripts.NONE.policy()).isEqualTo("'none'");
  }

  @Test
  void noSourceMapIsFetched() {
    assertThat(PageScripts.charts().sources()).noneMatch(s -> s.contains("sourceMappingURL"));
  }
}
