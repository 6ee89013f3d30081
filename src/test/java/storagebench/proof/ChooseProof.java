package storagebench.proof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import storagebench.render.MarkdownRenderer;
import storagebench.report.Report;
import storagebench.results.WholeFile;

/**
 * Proves by simulation with fixed seeds how seldom a race errs and what it saves, and writes {@code
 * choose.md}; kept in {@code results/proof}. Needs no server. Run with {@code java -cp
 * target/benchmarks.jar:target/test-classes storagebench.proof.ChooseProof results/proof}.
 */
public final class ChooseProof {
  private static final int RACES = 400;

  private ChooseProof() {}

  /** Writes the tables into the folder, an existing one. */
  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "results/proof");
    WholeFile.write(folder.resolve("choose.md"), render(RACES).getBytes(StandardCharsets.UTF_8));
  }

  static String render(int races) {
    return MarkdownRenderer.render(
        new Report(List.of(), ChooseTables.all(races), List.of(), List.of()));
  }
}
