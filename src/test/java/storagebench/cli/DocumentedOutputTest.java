package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import storagebench.Documentation;

/**
 * What documentation shows as output is what the suite prints. A comment before a block says how it
 * is made, as {@code <!-- output: report results/reference/formats | head -20 -->}: a command of
 * the jar, or {@code cat FILE}, and filters of the shell. To make the blocks again: {@code mvn test
 * -Dtest=DocumentedOutputTest -Dgolden.update=true}.
 */
@Tag("slow")
class DocumentedOutputTest {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- output: (.*?) -->\n```text\n(.*?)```", Pattern.DOTALL);

  private static final Pattern UNMARKED =
      Pattern.compile("(?<! -->\n)^```text$", Pattern.MULTILINE);

  private static final long PATIENCE_SECONDS = 60;

  /** What commands print, because pages show several parts of it. */
  private static final Map<String, String> PRINTED = new ConcurrentHashMap<>();

  @TempDir private Path folder;

  static Stream<Path> pages() throws IOException {
    return Documentation.pages().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageShowsIsWhatIsPrinted(Path page) throws Exception {
    String text = Files.readString(page);
    assertThat(UNMARKED.matcher(text).find()).as("a block of text that no command makes").isFalse();

    StringBuilder made = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String again =
          "<!-- output: " + block.group(1) + " -->\n```text\n" + shown(block.group(1)) + "```";
      block.appendReplacement(made, Matcher.quoteReplacement(again));
    }
    block.appendTail(made);

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, made);
    }
    assertThat(made).hasToString(Files.readString(page));
  }

  /** The output of a command, filtered, without blanks at line ends and empty lines around it. */
  private String shown(String line) throws IOException, InterruptedException {
    String[] command = line.split(" \\| ", 2);
    String printed = PRINTED.computeIfAbsent(command[0], DocumentedOutputTest::print);
    String shown = command.length == 1 ? printed : filter(printed, command[1]);
    assertThat(shown).as(line).isNotBlank();
    return shown.replaceAll("(?m) +$", "").replaceAll("\\A\n+|\n+\\z", "") + "\n";
  }

  private static String print(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    if (words.get(0).equals("cat")) {
      try {
        return Files.readString(Path.of(words.get(1)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Main.run(words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(err.toString()).as(command).isEmpty();
    return out.toString();
  }

  private String filter(String text, String filter) throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("printed.txt"), text);
    Path out = folder.resolve("filtered.txt");
    ProcessBuilder shell = new ProcessBuilder("bash", "-o", "pipefail", "-c", filter);
    shell.environment().put("LC_ALL", "C.UTF-8");
    Process process =
        shell
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(filter).isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
