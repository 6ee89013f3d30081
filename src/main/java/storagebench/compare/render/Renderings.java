package storagebench.compare.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import storagebench.UserError;
import storagebench.results.WholeFile;

/** A comparison in every format that is asked for, each rendered once. For one thread. */
public final class Renderings {
  private final Judged judged;
  private final Map<Format, String> texts = new EnumMap<>(Format.class);

  /** None is rendered yet. */
  public Renderings(Judged judged) {
    this.judged = judged;
  }

  /** The whole text, ending in a line break. */
  public String in(Format format) {
    return texts.computeIfAbsent(format, f -> f.render(judged));
  }

  /**
   * Writes every format into a folder, or none.
   *
   * @param folder made if it does not exist; files of these names are replaced
   * @throws UserError if the folder cannot be written
   */
  public void write(Path folder) {
    Map<Path, byte[]> files = new LinkedHashMap<>();
    for (Format format : Format.values()) {
      files.put(folder.resolve(format.fileName()), in(format).getBytes(StandardCharsets.UTF_8));
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError("--out " + folder + ": cannot be made: " + e.getMessage(), e);
    }
    WholeFile.writeAll(files);
  }
}
