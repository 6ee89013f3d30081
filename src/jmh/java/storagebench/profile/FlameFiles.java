package storagebench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import storagebench.Count;
import storagebench.results.WholeFile;
import storagebench.storage.Turns;

/**
 * The flame graph of a trial, and that of all trials of its cell so far, which has more samples. In
 * a duel each side has its own, and what differs between them is drawn once there are enough.
 */
final class FlameFiles {
  private static final String COLLAPSED = "flame.collapsed";
  private static final String PAGE = "flame.html";
  private static final String DIFFERENCE = "flame-difference.html";
  private static final String BASELINE = WatchedTrial.prefix(Turns.BASELINE);
  private static final String CANDIDATE = WatchedTrial.prefix(Turns.CANDIDATE);

  private final WatchedTrial trial;
  private final Optional<CollapsedStacks> against;

  /**
   * @param against stacks of an earlier run to draw the difference to
   */
  FlameFiles(WatchedTrial trial, Optional<CollapsedStacks> against) {
    this.trial = trial;
    this.against = against;
  }

  /** Writes what was sampled in the trial, and draws its cell anew. */
  void write(CollapsedStacks stacks) {
    String prefix = trial.prefix();
    TrialFiles.file(prefix + COLLAPSED)
        .ifPresent(
            file -> {
              write(file, text(stacks));
              write(file.resolveSibling(prefix + PAGE), FlameGraph.of(stacks, title(stacks, 1)));
              against.ifPresent(before -> difference(file.getParent(), prefix, stacks, before));
            });
    TrialFiles.ofCell(prefix + COLLAPSED).ifPresent(this::drawCell);
  }

  private void drawCell(Path file) {
    String prefix = trial.prefix();
    List<Path> trials = TrialFiles.ofTrials(prefix + COLLAPSED);
    CollapsedStacks all = CollapsedStacks.together(trials.stream().map(FlameFiles::read).toList());
    write(file, text(all));
    write(file.resolveSibling(prefix + PAGE), FlameGraph.of(all, title(all, trials.size())));
    against.ifPresent(before -> difference(file.getParent(), prefix, all, before));
    Path baseline = file.resolveSibling(BASELINE + COLLAPSED);
    if (prefix.equals(CANDIDATE) && Files.exists(baseline)) {
      CollapsedStacks before = read(baseline);
      if (Math.min(all.total(), before.total()) >= FlameGraph.FEWEST) {
        difference(file.getParent(), "", all, before);
      }
    }
  }

  private void difference(Path folder, String prefix, CollapsedStacks now, CollapsedStacks before) {
    write(
        folder.resolve(prefix + DIFFERENCE),
        FlameGraph.difference(now, before, String.valueOf(trial.variant())));
  }

  private String title(CollapsedStacks stacks, int trials) {
    return String.format(
        Locale.ROOT,
        "%s%s: CPU of the server's processes that insert, by instance; %s in %s",
        trial.prefix().replace('-', ' '),
        trial.variant(),
        Count.of(stacks.total(), "sample"),
        Count.of(trials, "trial"));
  }

  private static CollapsedStacks read(Path file) {
    try {
      return CollapsedStacks.parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(CollapsedStacks stacks) {
    return stacks.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] content) {
    WholeFile.write(file, content);
  }
}
