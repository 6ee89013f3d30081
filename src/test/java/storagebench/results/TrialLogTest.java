package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;

class TrialLogTest {
  @TempDir private Path folder;

  @Test
  void whenAForkRanIsFoundByItsCellAndNumber() {
    new TrialLog(List.of(trial(4, 1, "AO"), trial(2, 0, "AO"), trial(1, 0, "HEAP"))).write(folder);
    TrialLog log = TrialLog.beside(folder.resolve("jmh.json")).orElseThrow();

    assertThat(log.trials()).extracting(TrialLog.Trial::position).containsExactly(1, 2, 4);
    assertThat(log.of(cell("AO"), 1)).contains(trial(4, 1, "AO"));
    assertThat(log.of(cell("AO"), 2)).isEmpty();
    assertThat(log.of(cell("PAX"), 0)).isEmpty();
  }

  @Test
  void aRunWithoutTheFileHasNone() {
    assertThat(TrialLog.beside(folder.resolve("jmh.json"))).isEmpty();
  }

  @Test
  void aBrokenFileIsToldByItsName() throws IOException {
    Files.writeString(folder.resolve(TrialLog.FILE), "{\"trials\": [{\"round\": 1}]}");

    assertThatThrownBy(() -> TrialLog.beside(folder.resolve("jmh.json")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("trials.json: expected");
  }

  private static TrialLog.Trial trial(int position, int round, String variant) {
    return new TrialLog.Trial(
        position,
        round,
        round,
        "a.B.insert",
        Map.of("variant", variant, "batchSize", "10"),
        "2026-01-05T10:15:00Z",
        1.5,
        true);
  }

  private static Identity cell(String variant) {
    return new Identity(
        "a.B.insert",
        "ss",
        new TreeMap<>(Map.of("variant", variant, "batchSize", "10")),
        1,
        "ms/op");
  }
}
