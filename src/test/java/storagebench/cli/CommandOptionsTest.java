package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What report and compare say of their own command lines. */
class CommandOptionsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String line) {
    return Main.run(line.split(" "), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report --out | Missing required parameter for option '--out' (DIR); see report -h",
        "report a --nonsense | Unknown option: '--nonsense'; see report -h",
        "compare | Missing required parameters: 'BASELINE', 'CANDIDATE'; see compare -h",
        "compare a | Missing required parameter: 'CANDIDATE'; see compare -h",
        "compare a b c | Unmatched argument at index 3: 'c'; see compare -h",
        "compare a b --alpha much | Invalid value for option '--alpha'"
      })
  void whatIsWrongIsToldInOneLine(String line, String told) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().startsWith(told);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"report --verbose nowhere", "--verbose report nowhere"})
  void everyCommandInheritsVerboseBeforeAndAfterItsName(String line) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Error: nowhere: no such file")
        .contains("\tat storagebench.cli.ReportCommand");
  }
}
