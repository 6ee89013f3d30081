package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import storagebench.UserError;
import storagebench.table.Table;

/** The queries of a stream are in its report. */
class QueryTableTest extends TableCase {
  private void queries(int phase, String lines) throws IOException {
    cell("AO", "false", 3000, 10);
    Files.writeString(folder.resolve("queries-" + phase + ".csv"), lines);
  }

  @Test
  void everyQueryOfEveryPhaseIsARow() throws IOException {
    String names = "query,variant,state,times,median_ms,mean_ms,mean_ms_low,mean_ms_high\n";
    queries(1, names + "caller,AO,loaded,7,25.0,26.5,20.0,33.0\n");
    queries(2, names + "caller,AO,loaded,7,5.0,6.0,4.0,8.0\n");

    Table table = table("queries");

    assertThat(table.rows()).hasSize(2);
    assertThat(entry(table, 0, "query").text()).contains("caller");
    assertThat(figure(table, 0, "median_s").value()).isEqualTo(0.025);
    assertThat(figure(table, 0, "mean_s").high()).isEqualTo(0.033);
    assertThat(entry(table, 1, "param:indexes").text()).contains("true");
  }

  @Test
  void aQueryThatWasStoppedSaysSo() throws IOException {
    queries(
        2,
        "query,variant,state,times,median_ms,mean_ms,mean_ms_low,mean_ms_high,stopped_after_s\n"
            + "caller,AO,loaded,0,,,,,60\n");

    Table table = table("queries");

    assertThat(entry(table, 0, "median_s").figure()).isEmpty();
    assertThat(table.footnotes()).containsExactly("stopped after 60 s");
  }

  @Test
  void aFileThatIsNoneIsRefused() throws IOException {
    queries(1, "query,query\n\"");

    assertThatThrownBy(() -> table("queries"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("queries-1.csv");
  }
}
