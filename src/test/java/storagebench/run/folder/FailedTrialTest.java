package storagebench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

class FailedTrialTest {
  @Test
  void aFailureComesBackAsItWas() throws IOException {
    PlannedCell cell = new PlannedCell("a.B.insert", Map.of("batchSize", "10"));
    FailedTrial failed = new FailedTrial(new Rounds.Trial(cell, 3), 7, "no luck");

    assertThat(FailedTrial.read(failed.written())).isEqualTo(failed);
  }

  @Test
  void whatNamesNoTrialIsDamaged() {
    for (String text : List.of("", "null", "{}", "[]", "7", "{\"trial\": {\"round\": 1}}")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> FailedTrial.read(bytes)).as(text).isInstanceOf(IOException.class);
    }
  }
}
