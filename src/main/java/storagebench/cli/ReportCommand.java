package storagebench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import storagebench.report.Report;
import storagebench.report.ReportOptions;
import storagebench.report.render.Layout;
import storagebench.report.render.ReportFolder;
import storagebench.report.render.TextRenderer;
import storagebench.report.study.Reference;

/** Prints the tables of JMH JSON files and run folders; throws {@link storagebench.UserError}. */
public final class ReportCommand implements Callable<Integer> {
  private final PositionalParamSpec paths =
      PositionalParamSpec.builder()
          .type(Path[].class)
          .arity("1..*")
          .required(true)
          .paramLabel("FILE|FOLDER")
          .description("JMH JSON files, or folders that hold them")
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
    Layout layout = new Layout(Report.read(List.of(paths.<Path[]>getValue()), options()));
    Path folder = out.getValue();
    if (folder != null) {
      ReportFolder.write(layout, folder);
    }
    String text = Ansi.AUTO.enabled() ? new TextRenderer(true).render(layout) : layout.text();
    spec.commandLine().getOut().print(Terminal.printable(text));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private ReportOptions options() {
    return new ReportOptions(
        cells.where(),
        cells.by(),
        Optional.ofNullable(reference.<String>getValue()).map(Reference::parse),
        List.of(units.<String[]>getValue()));
  }
}
