package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import storagebench.table.Table;

/** The report of a race says that those that left it look worse than they are. */
class StoppedEarlyTest extends TableCase {
  private Table throughputOf(String plan) throws IOException {
    cell("AO", "false", 3000, 10, 11, 10, 9);
    cell("HEAP", "false", 9000, 30, 31);
    cell("HEAP", "true", 9000, 60, 61, 60);
    Files.writeString(folder.resolve("plan.json"), plan);
    return table("throughput");
  }

  @Test
  void thoseOfFewerTrialsThanOthersOfTheirRaceAreNoted() throws IOException {
    Table table = throughputOf("{\"command\": \"choose\"}");

    assertThat(table.footnotes()).singleElement().asString().startsWith("fewer trials than");
    assertThat(table.column(table.indexOf("rate_rows_per_s")))
        .extracting(rate -> rate.notes().size())
        .containsExactly(1, 0, 0);
  }

  @Test
  void ofOtherRunsNothingIsNoted() throws IOException {
    assertThat(throughputOf("{\"command\": \"duel\"}").footnotes()).isEmpty();
  }

  @Test
  void aPlanThatCannotBeReadNotesNothing() throws IOException {
    assertThat(throughputOf("{").footnotes()).isEmpty();
  }
}
