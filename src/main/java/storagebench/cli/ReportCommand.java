package storagebench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import storagebench.render.Layout;
import storagebench.render.ReportFolder;
import storagebench.render.TextRenderer;
import storagebench.render.layout.Inert;
import storagebench.report.ReportOptions;
import storagebench.report.RunReport;
import storagebench.report.study.Reference;
import storagebench.results.RunFolder;

/**
 * Prints the tables of JMH JSON files and run folders, run by run; throws {@link
 * storagebench.UserError}.
 */
public final class ReportCommand implements Callable<Integer> {
  private final PositionalParamSpec paths =
      PositionalParamSpec.builder()
          .type(Path[].class)
          .arity("0..*")
          .initialValue(new Path[0])
          .paramLabel("FILE|FOLDER")
          .description(
              "JMH JSON files, folders of runs, or folders that hold several runs, which are shown"
                  + " one by one (default: the latest run in results)")
          .build();

  private final CellOptions cells = new CellOptions();

  private final OptionSpec reference =
      OptionSpec.builder("--reference")
          .type(String.class)
          .paramLabel("VARIANT|KEY=VALUE")
          .description("what to compare with (default: AO and AOCO)")
          .build();

  private final OptionSpec units =
      OptionSpec.builder("--unit")
          .type(String[].class)
          .initialValue(new String[0])
          .splitRegex(",")
          .paramLabel("UNIT")
          .description("unit to show, such as ms, MiB or krows/s; CSV keeps base units")
          .build();

  private final OptionSpec out =
      OptionSpec.builder("--out")
          .type(Path.class)
          .paramLabel("DIR")
          .description("also write report.txt, .md, .html and csv/ into this folder")
          .build();

  private final CommandSpec spec =
      OptionObjects.of(
              this, "Answers what each storage format costs from JMH JSON files and run folders.")
          .addPositional(paths)
          .addMixin("cells", cells.spec())
          .addOption(reference)
          .addOption(units)
          .addOption(out);

  /** What picocli is to know of this command. */
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Path> named = List.of(paths.<Path[]>getValue());
    List<Path> read =
        named.isEmpty() ? List.of(RunFolder.latest(Path.of(RunFolder.ALL_RUNS))) : named;
    List<RunReport> reports = RunReport.read(read, options());
    Map<String, Layout> layouts = new LinkedHashMap<>();
    List<String> folders = RunReport.folders(reports);
    for (int i = 0; i < reports.size(); i++) {
      layouts.put(folders.get(i), new Layout(reports.get(i).report()));
    }
    Path folder = out.getValue();
    if (folder != null) {
      ReportFolder.write(layouts, folder);
    }
    PrintWriter printer = spec.commandLine().getOut();
    Iterator<Layout> layout = layouts.values().iterator();
    for (RunReport report : reports) {
      if (named.isEmpty() || reports.size() > 1) {
        printer.print(Terminal.printable("RUN " + Inert.line(report.name()) + "\n\n"));
      }
      printer.print(Terminal.printable(text(layout.next())));
      printer.print(layout.hasNext() ? "\n\n" : "");
    }
    printer.flush();
    return 0;
  }

  private static String text(Layout layout) {
    return Ansi.AUTO.enabled() ? new TextRenderer(true).render(layout) : layout.text();
  }

  private ReportOptions options() {
    return new ReportOptions(
        cells.where(),
        cells.by(),
        Optional.ofNullable(reference.<String>getValue()).map(Reference::parse),
        List.of(units.<String[]>getValue()));
  }
}
