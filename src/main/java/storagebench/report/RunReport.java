package storagebench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.results.AlikeFiles;
import storagebench.results.Cell;
import storagebench.results.DistinctFiles;
import storagebench.results.Results;
import storagebench.results.RunFolder;
import storagebench.results.Where;

/**
 * The report of one run, or of runs that were named one by one and measured alike.
 *
 * @param name the folders of the runs, for people
 * @param run the folder of the first of them
 * @param report its tables
 */
public record RunReport(String name, Path run, Report report) {
  /**
   * One report a run. Cells of unlike DDL, workload, server or settings never share one.
   *
   * @param paths JMH JSON files, folders of runs, or folders that hold several
   * @throws storagebench.UserError if one cannot be read or an option names what no run has
   */
  public static List<RunReport> read(List<Path> paths, ReportOptions options) {
    DistinctFiles read = DistinctFiles.in(paths);
    List<AlikeFiles> all = AlikeFiles.among(paths, read.files());
    List<Results> results = all.stream().map(alike -> Results.read(alike.files())).toList();
    List<Cell> cells = results.stream().flatMap(r -> r.cells().stream()).toList();
    options.requireKnown(cells);
    List<String> warnings = new ArrayList<>(read.warnings());
    paths.forEach(path -> warnings.addAll(leftOut(path)));
    List<RunReport> reports = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!Where.matching(results.get(i).cells(), options.where()).isEmpty()) {
        AlikeFiles alike = all.get(i);
        List<String> before =
            Stream.concat(reports.isEmpty() ? warnings.stream() : Stream.of(), apart(alike))
                .toList();
        Report report =
            Report.answers(results.get(i), options).warning(before).besides(alike.files());
        reports.add(new RunReport(name(alike), alike.runs().get(0), report));
      }
    }
    return reports;
  }

  /**
   * A folder for each report: what tells its run apart from the others; of a single report none.
   */
  public static List<String> folders(List<RunReport> reports) {
    if (reports.size() < 2) {
      return List.of("");
    }
    Path shared = reports.get(0).run;
    for (RunReport report : reports) {
      while (!report.run.startsWith(shared)) {
        shared = shared.getParent();
      }
    }
    List<String> folders = new ArrayList<>();
    for (RunReport report : reports) {
      String name = shared.relativize(report.run).toString();
      String base = name.isEmpty() ? "run" : name;
      String folder = base;
      for (int number = 2; folders.contains(folder); number++) {
        folder = base + "-" + number;
      }
      folders.add(folder);
    }
    return folders;
  }

  private static List<String> leftOut(Path path) {
    return RunFolder.leftOut(path).stream()
        .map(folder -> folder + " is left out: it comes with the project and is read when named")
        .toList();
  }

  private static Stream<String> apart(AlikeFiles alike) {
    return alike.unlike().isEmpty()
        ? Stream.of()
        : Stream.of(
            "shown apart from the results before: they differ in "
                + RunDifferences.named(alike.unlike()));
  }

  private static String name(AlikeFiles alike) {
    Path here = Path.of("").toAbsolutePath();
    return alike.runs().stream()
        .map(run -> run.startsWith(here) && !run.equals(here) ? here.relativize(run) : run)
        .map(Path::toString)
        .collect(Collectors.joining(", "));
  }
}
