package storagebench.profile;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What profilers have to say while the measurement goes on, each line once a trial: to the run,
 * which says each line once.
 */
final class ProfilerWarnings {
  /** Profilers of one fork are independent objects, and the same line from two is one. */
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private static final System.Logger LOG = System.getLogger(ProfilerWarnings.class.getName());

  private ProfilerWarnings() {}

  static void tell(String line) {
    if (!TOLD.add(line)) {
      return;
    }
    Optional<Path> file = TrialFiles.file(TrialFiles.WARNINGS);
    if (file.isEmpty()) {
      LOG.log(Level.WARNING, line);
      return;
    }
    try {
      Files.writeString(
          file.get(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.log(Level.WARNING, line + " (and this cannot be kept: " + e + ")");
    }
  }
}
