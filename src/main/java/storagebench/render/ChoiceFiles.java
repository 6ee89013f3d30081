package storagebench.render;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import storagebench.choose.ChoiceTables;
import storagebench.choose.Choices;
import storagebench.choose.QueryTimes;
import storagebench.report.Report;
import storagebench.results.ProfileFolder;
import storagebench.results.Provenance;
import storagebench.results.RunFolder;
import storagebench.results.WholeFile;
import storagebench.table.Table;

/** Writes what a race came to into the run's folder, in every format; all of them or none. */
public final class ChoiceFiles {
  /** Written only where queries were asked. */
  private static final String READING = "csv/reading.csv";

  private ChoiceFiles() {}

  /**
   * Writes {@code choice.txt}, {@code choice.md}, {@code choice.html}, {@code choice.json}, {@code
   * choice.sql} and {@code csv/TABLE.csv}, and removes what is of queries that an earlier answer
   * was about.
   *
   * @throws storagebench.UserError if the folder cannot be written
   */
  public static void write(Choices choices, Path folder) {
    Report report = ChoiceTables.of(choices);
    Map<String, String> files = new LinkedHashMap<>();
    for (Table table : report.tables()) {
      files.put("csv/" + table.id() + ".csv", CsvRenderer.render(table));
    }
    files.put("choice.txt", text(choices, new TextRenderer(false)));
    files.put("choice.sql", choices.definitions());
    files.put("choice.md", markdown(choices, report));
    files.put("choice.json", ChoiceJson.render(choices));
    files.put(
        "choice.html",
        HtmlRenderer.render(choices, Provenance.of(List.of(folder.resolve(RunFolder.RESULTS)))));
    WholeFile.writeAll(folder, files);
    removeOther(choices, folder);
  }

  private static void removeOther(Choices choices, Path folder) {
    List<QueryTimes> readings =
        choices.all().stream().flatMap(race -> race.reading().stream()).toList();
    ProfileFolder.keepPlansOnly(
        folder,
        readings.stream()
            .flatMap(reading -> reading.lines().stream())
            .map(QueryTimes.Line::plan)
            .collect(Collectors.toSet()));
    if (readings.isEmpty()) {
      WholeFile.remove(folder.resolve(READING));
    }
  }

  private static String markdown(Choices choices, Report report) {
    StringBuilder text = new StringBuilder();
    choices
        .sentences()
        .forEach(line -> text.append("- ").append(MarkdownRenderer.escaped(line)).append('\n'));
    return text.append('\n')
        .append(MarkdownRenderer.render(report))
        .append("\n```sql\n")
        .append(choices.definitions())
        .append("```\n")
        .toString();
  }

  /** The answer, the tables, and the definitions of the picks, for a terminal. */
  public static String text(Choices choices, TextRenderer renderer) {
    return String.join("\n", choices.sentences())
        + "\n\n"
        + renderer.render(ChoiceTables.of(choices))
        + "\n"
        + choices.definitions();
  }
}
