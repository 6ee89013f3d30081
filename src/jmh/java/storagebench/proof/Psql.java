package storagebench.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.UserError;
import storagebench.server.SqlScript;
import storagebench.server.Target;

/** A psql session with {@code \timing} on: what people timed inserts with before. */
final class Psql implements AutoCloseable {
  private static final Pattern TIME = Pattern.compile("^Time: ([0-9.]+) ms");
  private static final String DONE = "psql-has-done-it";

  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  /**
   * Starts psql.
   *
   * @throws UserError if it is not installed
   */
  Psql(Target target) {
    ProcessBuilder builder =
        new ProcessBuilder("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1");
    builder.environment().putAll(target.libpqEnvironment());
    try {
      process = builder.redirectErrorStream(true).start();
      in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      // Its segment processes stay as those of the suite's own sessions do.
      milliseconds(SqlScript.named("session").statement(Map.of()) + ";");
    } catch (IOException e) {
      throw new UserError("psql cannot be started; install PostgreSQL's client tools", e);
    }
  }

  /**
   * Executes lines of psql's language.
   *
   * @return the sum of the times it printed, in milliseconds
   */
  double milliseconds(String... lines) throws IOException {
    in.write("\\timing on\n");
    for (String line : lines) {
      in.write(line + "\n");
    }
    in.write("\\timing off\n\\echo " + DONE + "\n");
    in.flush();
    double sum = 0;
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); !DONE.equals(line); line = out.readLine()) {
      if (line == null) {
        throw new UserError("psql ended: " + said);
      }
      Matcher time = TIME.matcher(line);
      if (time.find()) {
        sum += Double.parseDouble(time.group(1));
      } else {
        said.append(line).append(' ');
      }
    }
    return sum;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
