package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import storagebench.compare.RunFiles;

/** Runs {@code compare} on folders made for the purpose. */
abstract class CompareCommandCase {
  @TempDir Path folder;

  String out;

  String err;

  int compare(Object... arguments) {
    return run("compare", arguments);
  }

  /** Runs a command and keeps what it says. */
  int run(String command, Object... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    String[] words =
        Stream.concat(Stream.of(command), Arrays.stream(arguments).map(Object::toString))
            .toArray(String[]::new);
    int code = Main.run(words, new PrintWriter(output), new PrintWriter(errors));
    out = output.toString();
    err = errors.toString();
    return code;
  }

  Path run(String name, RunFiles files) {
    return files.write(folder.resolve(name));
  }

  static RunFiles facts() {
    return new RunFiles()
        .fact("server/version", "PostgreSQL 14.4 (Cloudberry 2.0.0)")
        .fact("server/segments/0/content", "0");
  }

  void assertOneLineError() {
    assertThat(err.strip()).startsWith("Error: ").doesNotContain("\n");
    assertThat(out).isEmpty();
  }
}
