package storagebench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.results.TrialLog;

/**
 * Run folders of one fork a variant, with the turns of their trials.
 *
 * @param folder holds them
 */
record Runs(Path folder) {
  /** Writes a run anew: variants, each with the rows that its table had in the end. */
  void write(String name, Object... rowsByVariant) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    JmhText text = new JmhText();
    List<TrialLog.Trial> trials = new ArrayList<>();
    for (int i = 0; i < rowsByVariant.length; i += 2) {
      String variant = rowsByVariant[i].toString();
      text.add(TableCase.INSERT, "ss", "ms/op", "variant", variant)
          .fork(10, 11, 12)
          .metric(Metric.ROWS_INSERTED, 1000, 1000, 1000)
          .metric(Metric.ROWS_TABLE, 1, 2, (Integer) rowsByVariant[i + 1]);
      trials.add(
          new TrialLog.Trial(
              i,
              0,
              0,
              TableCase.INSERT,
              Map.of("variant", variant),
              "2026-01-05T10:15:00Z",
              1.5,
              true));
    }
    text.write(run.resolve("jmh.json"));
    new TrialLog(trials).write(run);
  }

  /** Adds what a run was measured on. */
  void fingerprint(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name).resolve("fingerprint.json"), json);
  }

  Report report() {
    return Report.read(List.of(folder), ReportOptions.DEFAULT);
  }
}
