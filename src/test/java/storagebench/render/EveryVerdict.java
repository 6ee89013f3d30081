package storagebench.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import storagebench.compare.CompareOptions;
import storagebench.compare.Comparison;
import storagebench.compare.RunFiles;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Measure;
import storagebench.results.Metric;

/**
 * All verdicts, a cell on each side only, a metric on one side only, an accepted difference and a
 * hostile name.
 */
public final class EveryVerdict {
  private EveryVerdict() {}

  /** Compares two runs that it writes into the folder. */
  public static ComparisonResult in(Path folder) {
    RunFiles before =
        server("2.0.0")
            .fact("ddl/AOCO", "one")
            .quiet("HEAP", 100, 9000)
            .quiet("AO", 100, 9000)
            .noisy("PAX", 100, 9000)
            .quiet("AOCO", 100, 9000)
            .quiet("PAX_NO_CLUSTER", 100, 9000)
            .cell("<b>|\u001B[31m&\"'", 100, 9000, 0, 0.1)
            .quiet("SLOWER_BY_A_MARGIN", 100, 9000)
            .quiet("GONE", 100, 9000);
    RunFiles after =
        server("2.1.0")
            .fact("ddl/AOCO", "two")
            .fact("server/settings/fsync", "off")
            .quiet("HEAP", 100.5, 9000)
            .without(Metric.BYTES_INDEX)
            .quiet("AO", 112, 9900)
            .noisy("PAX", 103, 8990)
            .quiet("AOCO", 100, 9000)
            .quiet("PAX_NO_CLUSTER", 80, 8000)
            .cell("<b>|\u001B[31m&\"'", 130, 9000, 0, 0.1)
            .quiet("SLOWER_BY_A_MARGIN", 103, 9000)
            .quiet("NEW", 100, 9000);
    CompareOptions options =
        new CompareOptions(
            List.of(),
            Optional.empty(),
            Measure.DEFAULT,
            Margins.DEFAULT.with(List.of("bytes.table=1%")),
            0.05,
            Set.of("settings.fsync"),
            OptionalDouble.empty());
    Comparison comparison =
        Comparison.read(
            List.of(before.write(folder.resolve("b"))),
            List.of(after.write(folder.resolve("c"))),
            options);
    return new ComparisonResult(comparison, false, Path.of(""));
  }

  /** A run on such a server. */
  public static RunFiles server(String version) {
    return new RunFiles()
        .fact("server/version", version)
        .fact("server/product", "Cloudberry")
        .fact("server/settings/fsync", "on");
  }
}
