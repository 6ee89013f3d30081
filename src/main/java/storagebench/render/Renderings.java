package storagebench.render;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import storagebench.results.WholeFile;

/** A comparison in every format that is asked for, each rendered once. For one thread. */
public final class Renderings {
  private final ComparisonResult judged;
  private final Map<Format, String> texts = new EnumMap<>(Format.class);

  /** None is rendered yet. */
  public Renderings(ComparisonResult judged) {
    this.judged = judged;
  }

  /** The whole text, ending in a line break. */
  public String in(Format format) {
    return texts.computeIfAbsent(format, f -> f.render(judged));
  }

  /**
   * Writes every format into a folder, all of them or none.
   *
   * @param folder made if it does not exist; files of these names are replaced
   * @throws storagebench.UserError if the folder cannot be written
   */
  public void write(Path folder) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Format format : Format.values()) {
      files.put(format.fileName(), in(format));
    }
    WholeFile.writeAll(folder, files);
  }
}
