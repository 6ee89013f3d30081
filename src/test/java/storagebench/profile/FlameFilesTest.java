package storagebench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.results.ProfileFolder;

/** Flame graphs of trials and of their cells, as files. */
class FlameFilesTest {
  private static final String CELL = "insertSelect variant=AO";

  @TempDir Path run;

  @AfterEach
  void forget() {
    System.clearProperty(ProfileFolder.PROPERTY);
  }

  private void sampled(int round, String prefix, String... stacks) {
    Path folder = ProfileFolder.of(run, CELL, round).path();
    System.setProperty(ProfileFolder.PROPERTY, folder.toString());
    WatchedTrial trial = new WatchedTrial(prefix, null, null, null, List.of());
    new FlameFiles(trial, Optional.empty()).write(CollapsedStacks.parse(List.of(stacks)));
  }

  private Path ofCell(String name) {
    return ProfileFolder.of(run, CELL, 0).ofCell().resolve(name);
  }

  @Test
  void theTrialsOfACellAreDrawnTogether() throws IOException {
    sampled(0, "", "segment0;f 3");
    sampled(1, "", "segment0;f 2", "segment1;g 1");
    sampled(1, "", "segment0;f 2", "segment1;g 7");

    assertThat(ofCell("flame.collapsed"))
        .as("a trial that was measured again counts once")
        .hasContent("segment0;f 5\nsegment1;g 7\n");
    assertThat(Files.readString(ofCell("flame.html"))).contains("12 samples in 2 trials");
    assertThat(ProfileFolder.of(run, CELL, 0).path().resolve("flame.html")).exists();
  }

  @Test
  void whatDiffersBetweenTheSidesIsDrawnFromEnoughSamplesOnly() throws IOException {
    sampled(0, "baseline-", "segment0;f 600", "segment0;g 300");
    sampled(0, "candidate-", "segment0;f 900", "segment0;g 300");

    assertThat(ofCell("flame-difference.html")).doesNotExist();

    sampled(1, "baseline-", "segment0;f 600", "segment0;g 300");
    sampled(1, "candidate-", "segment0;f 900", "segment0;g 300");

    assertThat(Files.readString(ofCell("flame-difference.html")))
        .contains("2,400 samples, before 1,800 samples");
    assertThat(ofCell("baseline-flame.html")).exists();
    assertThat(ofCell("candidate-flame.collapsed")).hasContent("segment0;f 1800\nsegment0;g 600\n");
  }
}
