package storagebench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.statistics.Estimate;
import storagebench.table.Entry;
import storagebench.table.Table;

/** Reports of cells that are small enough to compute by hand. */
abstract class TableCase {
  static final String INSERT = "storagebench.benchmark.InsertSelectBenchmark.insertSelect";

  @TempDir Path folder;

  final JmhText text = new JmhText();

  /** Forks of three batches of 1000 rows, with the table's final size. */
  JmhText.Result cell(String variant, String indexes, double bytes, double... forkMs) {
    return insert(bytes, forkMs, "variant", variant, "batchSize", "1000", "indexes", indexes);
  }

  /** The same with any parameters. */
  JmhText.Result insert(double bytes, double[] forkMs, String... params) {
    JmhText.Result result = text.add(INSERT, "ss", "ms/op", params);
    for (double ms : forkMs) {
      result
          .fork(ms, ms, ms)
          .metric(Metric.ROWS_INSERTED, 1000, 1000, 1000)
          .metric(Metric.ROWS_TABLE, 1000, 2000, 3000)
          .metric(Metric.BYTES_RAW, 100_000, 200_000, 300_000)
          .metric(Metric.BYTES_TABLE, bytes / 3, bytes * 2 / 3, bytes);
    }
    return result;
  }

  Report report(ReportOptions options) throws IOException {
    return Report.read(List.of(text.write(folder.resolve("jmh.json"))), options);
  }

  Table table(String id) throws IOException {
    return table(report(ReportOptions.DEFAULT), id);
  }

  static Table table(Report report, String id) {
    return report.tables().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  static Entry entry(Table table, int row, String column) {
    return table.rows().get(row).get(table.indexOf(column));
  }

  static Estimate figure(Table table, int row, String column) {
    return entry(table, row, column).figure().orElseThrow();
  }
}
