package storagebench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.report.question.AnatomyTable;
import storagebench.report.question.Answers;
import storagebench.report.question.BatchSize;
import storagebench.report.question.Choice;
import storagebench.report.question.Compression;
import storagebench.report.question.CompressionCost;
import storagebench.report.question.Concurrency;
import storagebench.report.question.FingerprintTable;
import storagebench.report.question.Forks;
import storagebench.report.question.GateTable;
import storagebench.report.question.Growth;
import storagebench.report.question.IndexCost;
import storagebench.report.question.MixedBatchSize;
import storagebench.report.question.OtherMetrics;
import storagebench.report.question.ProfilerTable;
import storagebench.report.question.QueryTable;
import storagebench.report.question.Question;
import storagebench.report.question.ServerCost;
import storagebench.report.question.Stalls;
import storagebench.report.question.Throughput;
import storagebench.report.question.Traces;
import storagebench.report.question.WaitTable;
import storagebench.report.study.Reference;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Key;
import storagebench.results.Projection;
import storagebench.results.Projection.Projected;
import storagebench.results.Results;
import storagebench.results.RunFolder;
import storagebench.results.Where;
import storagebench.table.Pivot;
import storagebench.table.Table;

/**
 * The answers to every question about formats, as data. Rendered by {@link storagebench.render},
 * written to a folder by {@link storagebench.render.ReportFolder}.
 *
 * @param warnings what would mislead if it were not known, one line each
 * @param tables the answers, the basic ones first
 * @param columns keys that people want side by side; CSV keeps them as rows
 * @param units units that the user asked for
 * @param legend whether to say what intervals and marks mean; other tables may mean others by them
 * @param answers a sentence for each workload: which is fastest, which is smallest
 * @param source the runs that it was made from
 */
public record Report(
    List<String> warnings,
    List<Table> tables,
    List<Key> columns,
    List<String> units,
    boolean legend,
    List<String> answers,
    ReportSource source) {
  private static final List<Question> QUESTIONS =
      List.of(
          new Throughput(),
          new ServerCost(),
          new Compression(),
          new CompressionCost(),
          new IndexCost(),
          new BatchSize(),
          new MixedBatchSize(),
          new Growth(),
          new Concurrency(),
          new Choice(),
          new AnatomyTable(),
          new WaitTable(),
          ProfilerTable.PLAN,
          ProfilerTable.SEGMENTS,
          ProfilerTable.BACKENDS,
          ProfilerTable.WAL,
          ProfilerTable.SERVER,
          OtherMetrics.ofOthers(),
          new GateTable(),
          new FingerprintTable(),
          new Forks(),
          new Traces(),
          new Stalls(),
          OtherMetrics.ofProfilers());

  public Report {
    warnings = List.copyOf(warnings);
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    units = List.copyOf(units);
    answers = List.copyOf(answers);
  }

  /** Tables that explain themselves. */
  public Report(List<String> warnings, List<Table> tables, List<Key> columns, List<String> units) {
    this(warnings, tables, columns, units, false, List.of(), ReportSource.NONE);
  }

  /**
   * Reads JMH JSON files and run folders and answers every question.
   *
   * @throws storagebench.UserError if one cannot be read or an option names what is not there
   */
  public static Report read(List<Path> paths, ReportOptions options) {
    return of(Results.read(paths), options).besides(paths);
  }

  /** Answers every question from results that were read. */
  public static Report of(Results results, ReportOptions options) {
    options.requireKnown(results.cells());
    return answers(results, options);
  }

  /** The same of results that may lack what the options name. */
  static Report answers(Results results, ReportOptions options) {
    List<Cell> wanted = Where.matching(results.cells(), options.where());
    Projected projected =
        options.by().map(by -> by.apply(wanted)).orElse(new Projected(wanted, List.of()));
    Study measured = study(wanted, results, options);
    Study shown = options.by().isEmpty() ? measured : study(projected.cells(), results, options);
    return new Report(
        Stream.of(
                results.warnings(),
                RunDifferences.warnings(measured),
                RepeatedRows.warnings(measured),
                projected.warnings())
            .flatMap(List::stream)
            .toList(),
        QUESTIONS.stream()
            .map(q -> q.answer(q.ofCellsAsMeasured() ? measured : shown))
            .flatMap(Optional::stream)
            .toList(),
        options.by().map(Projection::columns).orElse(List.of()),
        options.units(),
        true,
        Answers.of(measured),
        ReportSource.NONE);
  }

  private static Study study(List<Cell> cells, Results results, ReportOptions options) {
    return Study.of(
        cells,
        results.fingerprints(),
        options.reference().orElse(Reference.OF_SPEED),
        options.reference().orElse(Reference.OF_SIZE));
  }

  /** The tables that people read, without material for charts and scripts. */
  public List<Table> readable() {
    return tables.stream().filter(t -> !t.detail()).map(t -> Pivot.of(t, columns)).toList();
  }

  /** The same report with what lies beside the results that it was made from. */
  Report besides(List<Path> paths) {
    List<Path> files = paths.stream().flatMap(path -> RunFolder.resultsIn(path).stream()).toList();
    Report whole = with(QueryTable.of(files)).of(ReportSource.of(files));
    return StoppedEarly.noted(whole, files);
  }

  private Report of(ReportSource runs) {
    return new Report(warnings, tables, columns, units, legend, answers, runs);
  }

  /** The same report with other tables. */
  Report with(List<Table> others) {
    return new Report(warnings, others, columns, units, legend, answers, source);
  }

  /** The same report with another table, if there is one, before those that are not for reading. */
  Report with(Optional<Table> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Table> all = new ArrayList<>(tables);
    int gates =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).id().equals(GateTable.ID))
            .findFirst()
            .orElse(all.size());
    all.add(gates, more.get());
    return with(all);
  }

  /** The same report with more warnings before its own. */
  Report warning(List<String> before) {
    List<String> all = Stream.concat(before.stream(), warnings.stream()).toList();
    return new Report(all, tables, columns, units, legend, answers, source);
  }

  /** The same report with the tables of these ids only. */
  public Report only(Set<String> ids) {
    return with(tables.stream().filter(t -> ids.contains(t.id())).toList());
  }
}
