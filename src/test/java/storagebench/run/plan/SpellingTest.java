package storagebench.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KNOWN = List.of("compare", "report", "duel");

  @ParameterizedTest
  @CsvSource({"compre,compare", "comapre,compare", "reprot,report", "deul,duel", "duels,duel"})
  void aMisspeltWordIsNearTheOneThatWasMeant(String word, String meant) {
    assertThat(Spelling.nearest(word, KNOWN)).contains(meant);
  }

  @Test
  void aWordOfItsOwnIsNearNone() {
    assertThat(Spelling.nearest("copy", KNOWN)).isEmpty();
    assertThat(Spelling.nearest("insertSelect", KNOWN)).isEmpty();
    assertThat(Spelling.nearest("", KNOWN)).isEmpty();
  }

  @Test
  void lettersLeftOutAddedChangedAndExchangedAreOneMistakeEach() {
    assertThat(Spelling.mistakes("duel", "duel")).isZero();
    assertThat(Spelling.mistakes("del", "duel")).isEqualTo(1);
    assertThat(Spelling.mistakes("duell", "duel")).isEqualTo(1);
    assertThat(Spelling.mistakes("dual", "duel")).isEqualTo(1);
    assertThat(Spelling.mistakes("dule", "duel")).isEqualTo(1);
    assertThat(Spelling.mistakes("", "duel")).isEqualTo(4);
  }
}
