package storagebench.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;
import storagebench.Console;
import storagebench.render.TextRenderer;

/**
 * Text for people on the standard output. Everything is written there in UTF-8, as files and other
 * programs want it; where the terminal has other letters, people get those that every one has.
 */
final class Terminal {
  private static final Charset CHARSET =
      Charset.forName(
          System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));

  private Terminal() {}

  /** Tables as wide as the terminal; as in files where nobody looks at one. */
  static TextRenderer renderer() {
    return new TextRenderer(
        Ansi.AUTO.enabled(), Console.columns().orElse(TextRenderer.WIDTH_OF_FILES));
  }

  /** The text in letters that the terminal has. */
  static String printable(String text) {
    return printable(text, CHARSET);
  }

  static String printable(String text, Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        ? text
        : text.replace("±", "+-")
            .replace("×", "x")
            .replace("↑", "^")
            .replace("↓", "v")
            .replaceAll("[^\\x00-\\x7F]", "?");
  }
}
