package storagebench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import storagebench.render.ReportFolder;
import storagebench.render.TextRenderer;
import storagebench.render.layout.Inert;
import storagebench.report.Report;
import storagebench.report.ReportOptions;
import storagebench.report.RunReport;
import storagebench.report.study.Reference;
import storagebench.results.RunFolder;

/**
 * Prints the tables of JMH JSON files and run folders, run by run; throws {@link
 * storagebench.UserError}.
 */
@Command(
    name = "report",
    customSynopsis = HelpLayout.JAR + "report [OPTION]... [FILE|FOLDER]...",
    description =
        "Prints what each storage format costs, from JMH JSON files and run folders: throughput,"
            + " sizes, index cost, which to choose, and checks of the measurement. Forks of runs"
            + " that are named one by one are put together where DDL, workload, server and"
            + " settings are the same.",
    exitCodeList = {"0:done, whatever the gates say", "2:unusable input"},
    footer = {
      HelpLayout.JAR + "report",
      "the latest run in results",
      HelpLayout.JAR + "report results/reference/formats --reference HEAP",
      "a run, with speeds and sizes beside those of HEAP",
      HelpLayout.JAR + "report results --where indexes=false --out tables",
      "every run, its cells without indexes only, also as files"
    })
public final class ReportCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FOLDER",
      description =
          "JMH JSON files, folders of runs, or folders that hold several runs, which are shown"
              + " one by one (default: the latest run in results)")
  private List<Path> paths = new ArrayList<>();

  @Mixin private CellOptions cells = new CellOptions();

  @Option(
      names = "--reference",
      paramLabel = "VARIANT|KEY=VALUE",
      description = "what to compare with (default: AO and AOCO, of sizes AOCO)")
  private String reference;

  @Option(
      names = "--unit",
      split = ",",
      paramLabel = "UNIT",
      description = "unit to show, such as ms, MiB or krows/s; CSV keeps base units")
  private List<String> units = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "also write report.txt, .md, .html and csv/ into this folder")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<RunReport> reports = RunReport.read(runs(), options());
    List<String> folders = RunReport.folders(reports);
    if (out != null) {
      Map<String, Report> byFolder = new LinkedHashMap<>();
      for (int i = 0; i < reports.size(); i++) {
        byFolder.put(folders.get(i), reports.get(i).report());
      }
      ReportFolder.write(byFolder, out);
    }
    PrintWriter printer = spec.commandLine().getOut();
    TextRenderer text = Terminal.renderer();
    String gap = "";
    for (RunReport run : reports) {
      printer.print(gap);
      if (paths.isEmpty() || reports.size() > 1) {
        printer.print(Terminal.printable("RUN " + Inert.line(run.name()) + "\n\n"));
      }
      printer.print(Terminal.printable(text.render(run.report())));
      gap = "\n\n";
    }
    printer.flush();
    return 0;
  }

  private List<Path> runs() {
    PrintWriter err = spec.commandLine().getErr();
    if (!paths.isEmpty()) {
      return WholeRuns.in(paths, err);
    }
    Path all = Path.of(RunFolder.ALL_RUNS);
    WholeRuns.in(List.of(all), err);
    return WholeRuns.in(List.of(RunFolder.latest(all)), err);
  }

  private ReportOptions options() {
    return new ReportOptions(
        cells.where(),
        cells.by(),
        Optional.ofNullable(reference).map(Reference::parse),
        List.copyOf(units));
  }
}
