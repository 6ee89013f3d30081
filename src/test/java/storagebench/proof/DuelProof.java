package storagebench.proof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import storagebench.render.MarkdownRenderer;
import storagebench.report.Report;
import storagebench.results.WholeFile;

/**
 * Proves the error rates of {@code duel} by simulation with fixed seeds and writes {@code duel.md};
 * kept in {@code results/proof}. Needs no server. Run with {@code java -cp target/benchmarks.jar
 * storagebench.proof.DuelProof results/proof}.
 */
public final class DuelProof {
  private DuelProof() {}

  /** Writes the tables into the folder, an existing one. */
  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "results/proof");
    WholeFile.write(folder.resolve("duel.md"), render().getBytes(StandardCharsets.UTF_8));
  }

  static String render() {
    return MarkdownRenderer.render(new Report(List.of(), DuelTables.all(), List.of(), List.of()));
  }
}
