package storagebench.proof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import storagebench.render.MarkdownRenderer;
import storagebench.report.Report;
import storagebench.results.WholeFile;

/**
 * Proves by simulation with fixed seeds what random rounds are good for and what stopping early
 * costs, and writes {@code rounds.md}; kept in {@code results/proof}. Needs no server. Run with
 * {@code java -cp target/benchmarks.jar storagebench.proof.RoundsProof results/proof}.
 */
public final class RoundsProof {
  private RoundsProof() {}

  /** Writes the tables into the folder, an existing one. */
  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "results/proof");
    WholeFile.write(folder.resolve("rounds.md"), render().getBytes(StandardCharsets.UTF_8));
  }

  static String render() {
    return MarkdownRenderer.render(
        new Report(List.of(), List.of(Drifting.table(), Stopping.table()), List.of(), List.of()));
  }
}
