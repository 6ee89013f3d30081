package storagebench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;
import storagebench.run.plan.BenchmarkArguments;

/** What a run's log says of its end. */
class RunLogTest {
  @TempDir private Path directory;

  @Test
  void anErrorForTheUserStandsInTheLogInOneLine() {
    UserError error = new UserError("JMH's lock is taken");

    assertThat(ended(error)).endsWith(" Error: JMH's lock is taken\n").doesNotContain("\tat ");
  }

  @Test
  void aFaultStandsInTheLogWithItsTrace() {
    assertThat(ended(new IllegalStateException("broken")))
        .contains("Error: java.lang.IllegalStateException: broken\n")
        .contains("\tat ");
    assertThat(ended(new OutOfMemoryError("heap"))).contains("Error: java.lang.OutOfMemoryError");
  }

  private String ended(Throwable thrown) {
    NewFolder folder = NewFolder.create(directory, Clock.systemUTC());
    Supplier<String> run =
        () -> {
          if (thrown instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) thrown;
        };
    try (RunLog log = RunLog.open(folder, BenchmarkArguments.parse(List.of("copy")))) {
      assertThatThrownBy(() -> log.endingIn(run)).isSameAs(thrown);
    }
    return assertThat(folder.file(NewFolder.LOG)).content().actual();
  }
}
