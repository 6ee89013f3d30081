package storagebench.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PageScriptsTest {
  /** A browser runs no script that has changed and whose hash has not. */
  @Test
  void theHashWrittenDownIsThatOfTheScript() throws Exception {
    for (PageScripts.Script script : PageScripts.charts().scripts()) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(script.source().getBytes(StandardCharsets.UTF_8));
      assertThat(script.sha256())
          .as("in scripts.properties, of the script that begins with %.40s", script.source())
          .isEqualTo(Base64.getEncoder().encodeToString(hash));
    }
  }

  @Test
  void thePolicyAllowsTheScriptsOfThePageAndNoOther() {
    PageScripts charts = PageScripts.charts();
    assertThat(charts.policy().split(" "))
        .containsExactlyElementsOf(
            charts.scripts().stream().map(s -> "'sha256-" + s.sha256() + "'").toList());
    assertThat(HtmlRenderer.WITHOUT_SCRIPTS.scripts().policy()).isEqualTo("'none'");
  }
}
