package storagebench.report;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.results.ProfileFolder;
import storagebench.results.Provenance;

/**
 * The runs that a report was made from.
 *
 * @param measured when and where they were measured, and by which command
 * @param profiles the files that profilers kept in their folders, by cell and name
 */
public record ReportSource(
    Provenance measured, SortedMap<String, SortedMap<String, Path>> profiles) {
  /** Of a report that was not read from files. */
  static final ReportSource NONE = of(List.of());

  public ReportSource {
    profiles = Collections.unmodifiableSortedMap(new TreeMap<>(profiles));
  }

  /** What lies beside these result files. */
  static ReportSource of(Collection<Path> files) {
    return new ReportSource(Provenance.of(files), ProfileFolder.beside(files));
  }
}
