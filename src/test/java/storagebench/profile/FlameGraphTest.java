package storagebench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlameGraphTest {
  /** As perf prints it, innermost frame first. */
  private static final String SCRIPT =
      """
      22701\s
                 66946 [unknown] (/usr/lib/x86_64-linux-gnu/libzstd.so.1.5.4)
                 29371 ZSTD_compressEnd (/usr/lib/x86_64-linux-gnu/libzstd.so.1.5.4)
                1c9e4c finishWriteBlock (/usr/local/bin/postgres)

      22700\s
                1c9e4c finishWriteBlock (/usr/local/bin/postgres)

      22701\s
                 66927 [unknown] (/usr/lib/x86_64-linux-gnu/libzstd.so.1.5.4)
                 29371 ZSTD_compressEnd (/usr/lib/x86_64-linux-gnu/libzstd.so.1.5.4)
                1c9e4c finishWriteBlock (/usr/local/bin/postgres)
      """;

  private static CollapsedStacks collapsed() {
    return CollapsedStacks.ofPerfScript(
        SCRIPT.lines().toList(), pid -> pid == 22700 ? "segment0" : "segment1");
  }

  private static String text(byte[] page) {
    return new String(page, StandardCharsets.UTF_8);
  }

  @Test
  void stacksOfASegmentAreCountedFromTheOutermostFrame() {
    assertThat(collapsed())
        .hasToString(
            "segment0;finishWriteBlock 1\n"
                + "segment1;finishWriteBlock;ZSTD_compressEnd;[libzstd.so.1.5.4] 2\n");
    assertThat(collapsed().total()).isEqualTo(3);
  }

  @Test
  void whatWasWrittenIsReadBack() {
    assertThat(CollapsedStacks.parse(collapsed().toString().lines().toList()))
        .isEqualTo(collapsed());
    assertThatThrownBy(() -> CollapsedStacks.parse(List.of("a;b c")))
        .hasMessageContaining("no stack with a count");
  }

  @Test
  void aPageNamesTheFunctionsAndLoadsNothing() {
    String page = text(FlameGraph.of(collapsed(), "AO"));

    assertThat(page).contains("ZSTD_compressEnd", "finishWriteBlock").contains("AO");
    assertThat(page).doesNotContainPattern("<(script|link|img|iframe)[^>]+(src|href)=");
  }

  @Test
  void aDifferenceHasTheColoursOfWhatGrewAndShrank() {
    CollapsedStacks before = CollapsedStacks.parse(List.of("s;grew 10", "s;shrank 90"));
    CollapsedStacks after = CollapsedStacks.parse(List.of("s;grew 50", "s;shrank 50"));

    String difference = text(FlameGraph.difference(after, before, "AO"));
    String same = text(FlameGraph.difference(after, after, "AO"));

    assertThat(difference).contains("orange: larger share").isNotEqualTo(same);
    // The converter writes a frame's kind as a digit behind its name's number: kernel is 5.
    assertThat(kindsOf(difference)).contains("5", "1");
    assertThat(kindsOf(same)).containsOnly("0");
  }

  @Test
  void aChangeThatChanceMayDoToSoFewSamplesIsNotColoured() {
    CollapsedStacks before = CollapsedStacks.parse(List.of("s;a 50", "s;b 50"));
    CollapsedStacks after = CollapsedStacks.parse(List.of("s;a 60", "s;b 40"));
    CollapsedStacks many = CollapsedStacks.parse(List.of("s;a 5000", "s;b 5000"));
    CollapsedStacks manyAfter = CollapsedStacks.parse(List.of("s;a 6000", "s;b 4000"));

    assertThat(kindsOf(text(FlameGraph.difference(after, before, "AO")))).containsOnly("0");
    assertThat(kindsOf(text(FlameGraph.difference(manyAfter, many, "AO")))).contains("5", "1");
  }

  /** The kinds of all frames but the root. */
  private static List<String> kindsOf(String page) {
    String calls = page.substring(page.indexOf("unpack(cpool);"));
    return java.util.regex.Pattern.compile("[fun]\\((\\d+)")
        .matcher(calls)
        .results()
        .map(call -> String.valueOf(Integer.parseInt(call.group(1)) & 7))
        .skip(1)
        .toList();
  }
}
