package storagebench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages that readers of this project see. */
public final class Documentation {
  private static final Path README = Path.of("README.md");

  private Documentation() {}

  /** The README, then every page of {@code docs/} by name: those whose commands a reader tries. */
  public static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README));
    pages.addAll(markdown(Path.of("docs")));
    return pages;
  }

  /** Every Markdown file but those that runs made. */
  public static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(pages());
    files.add(Path.of("CONTRIBUTING.md"));
    for (String folder : List.of("results", "results/proof", "results/reference")) {
      files.addAll(markdown(Path.of(folder)));
    }
    return files;
  }

  private static List<Path> markdown(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }
}
