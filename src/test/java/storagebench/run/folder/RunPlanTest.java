package storagebench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;
import storagebench.run.plan.BenchmarkArguments;

/** What is kept of a run's command line. */
class RunPlanTest {
  @TempDir private Path results;

  private Path folder;

  @BeforeEach
  void begin() {
    folder = NewFolder.create(results, Clock.systemUTC()).path();
  }

  private void write(String... words) {
    RunPlan.of(BenchmarkArguments.parse(List.of(words)), 7).write(folder);
  }

  @Test
  void theArgumentsAreThoseThatWereGiven() {
    write("copy", "-p", "batchSize=10");

    assertThat(RunPlan.in(folder, "").arguments()).containsExactly("copy", "-p", "batchSize=10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Durl=jdbc:postgresql://user:geheim@host/db",
        "-Durl=jdbc:postgresql://host/db?user=u&password=geheim",
        "-Dpassword=geheim"
      })
  void passwordsAreNotKeptAndARunThatHadOneIsNotResumed(String word) throws IOException {
    write("copy", "-jvmArgsAppend", word);

    assertThat(Files.readString(folder.resolve(RunPlan.FILE)))
        .contains("***")
        .doesNotContain("geheim");
    assertThatThrownBy(() -> RunPlan.in(folder, ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("was begun with a password, which is not kept; begin anew");
  }
}
