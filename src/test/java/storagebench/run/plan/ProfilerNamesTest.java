package storagebench.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilerNamesTest {
  @Test
  void theSuitesProfilersHaveShortNamesAndOptions() {
    assertThat(
            ProfilerNames.expand(List.of("copy", "-prof", "waits", "-prof", "flame:against=a:b")))
        .containsExactly(
            "copy",
            "-prof",
            "storagebench.profile.WaitsProfiler",
            "-prof",
            "storagebench.profile.FlameProfiler:against=a:b");
    assertThat(ProfilerNames.expand(List.of("-prof=wal")))
        .containsExactly("-prof=storagebench.profile.WalProfiler");
    assertThat(ProfilerNames.expand(List.of("-pro", "wal")))
        .containsExactly("-pro", "storagebench.profile.WalProfiler");
  }

  @Test
  void whatIsJmhsIsLeftToJmh() {
    List<String> arguments =
        List.of("waits", "-prof", "gc", "-prof", "async:event=cpu", "-p", "wal");

    assertThat(ProfilerNames.expand(arguments)).isEqualTo(arguments);
  }
}
