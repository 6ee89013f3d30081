package storagebench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.report.Report;
import storagebench.results.ProfileFolder;
import storagebench.table.Table;

/** Where a run has kept what the terminal does not show, in lines for the user. */
final class KeptFiles {
  /** Tables that people ask for by name; the page has all of them. */
  private static final Set<String> SOUGHT =
      Set.of("anatomy", "waits", "plan", "segments", "backends", "wal", "server", "gates");

  private KeptFiles() {}

  /**
   * The lines.
   *
   * @param folder the run's
   * @param report as it is written there
   */
  static List<String> lines(Path folder, Report report) {
    List<String> lines = new ArrayList<>();
    Path page = folder.resolve("report.html");
    lines.add("All tables and charts: " + page);
    report.tables().stream()
        .filter(table -> SOUGHT.contains(table.id()))
        .map(table -> link(page, table))
        .forEach(lines::add);
    lines.addAll(profiles(folder));
    return lines;
  }

  /** What profilers have kept there. */
  static List<String> profiles(Path folder) {
    SortedMap<String, List<Path>> profiles = new TreeMap<>();
    for (Path file : ProfileFolder.filesOf(folder)) {
      String name = file.getFileName().toString();
      profiles.computeIfAbsent(name, absent -> new ArrayList<>()).add(file);
    }
    return profiles.entrySet().stream()
        .map(kind -> "  " + kind.getKey() + ": " + place(kind.getValue()))
        .toList();
  }

  private static String link(Path page, Table table) {
    return "  " + table.title() + ": " + page + "#" + table.id();
  }

  /** One file by its path, those of several trials by a pattern that a shell takes. */
  private static String place(List<Path> files) {
    Path first = files.get(0);
    Path trials = first.getParent().getParent();
    return files.size() == 1
        ? first.toString()
        : trials.resolve("*").resolve(first.getFileName()).toString();
  }
}
