package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFolderTest {
  @TempDir private Path run;

  @Test
  void whatAFailedTrialWarnedOfIsNotSaidOfTheNext() throws IOException {
    ProfileFolder failed = ProfileFolder.of(run, "variant=AO", 0);
    ProfileFolder other = ProfileFolder.of(run, "variant=AO", 1);
    for (ProfileFolder folder : new ProfileFolder[] {failed, other}) {
      Files.createDirectories(folder.path());
      Files.writeString(folder.path().resolve(ProfileFolder.WARNINGS), "a segment is down\n");
    }

    failed.clear();

    assertThat(failed.warnings()).isEmpty();
    assertThat(other.warnings()).containsExactly("a segment is down");
  }

  @Test
  void aTrialThatLeftNothingHasNothingToRemove() {
    ProfileFolder none = ProfileFolder.of(run, "variant=AO", 0);

    none.clear();

    assertThat(none.warnings()).isEmpty();
  }
}
