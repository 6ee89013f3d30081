package storagebench.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import storagebench.report.Report;
import storagebench.report.ReportOptions;
import storagebench.report.render.Layout;
import storagebench.report.render.ReportFolder;
import storagebench.report.render.TextRenderer;
import storagebench.report.study.Reference;

/** Prints the tables of JMH JSON files and run folders; throws {@link storagebench.UserError}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Answers what each storage format costs from JMH JSON files and run folders.")
public final class ReportCommand implements Callable<Integer> {
  private static final Charset OUTPUT =
      Charset.forName(
          System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "JMH JSON files, or folders that hold them")
  private List<Path> paths;

  @Mixin private CellOptions cells;

  @Option(
      names = "--reference",
      paramLabel = "VARIANT|KEY=VALUE",
      description = "what to compare with (default: AO and AOCO)")
  private String reference;

  @Option(
      names = "--unit",
      split = ",",
      paramLabel = "UNIT",
      description = "unit to show, such as ms, MiB or krows/s; CSV keeps base units")
  private List<String> units = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "also write report.txt, .md, .html and csv/ into this folder")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Layout layout = new Layout(Report.read(paths, options()));
    if (out != null) {
      ReportFolder.write(layout, out);
    }
    String text = Ansi.AUTO.enabled() ? new TextRenderer(true).render(layout) : layout.text();
    spec.commandLine().getOut().print(printable(text, OUTPUT));
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** The text in letters that the terminal has. */
  static String printable(String text, Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) || charset.newEncoder().canEncode(text)
        ? text
        : text.replace("±", "+-")
            .replace("×", "x")
            .replace("↑", "^")
            .replace("↓", "v")
            .replaceAll("[^\\x00-\\x7F]", "?");
  }

  private ReportOptions options() {
    return new ReportOptions(
        cells.where(), cells.by(), Optional.ofNullable(reference).map(Reference::parse), units);
  }
}
