package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.table.Table;

/** The commands that repeat a run, and the one that somebody typed. */
class RepeatTest extends TableCase {
  private void fingerprint(String json) throws IOException {
    Files.writeString(folder.resolve("fingerprint.json"), json);
  }

  private List<String> commands() throws IOException {
    return table("fingerprint").remarks();
  }

  private String fact(String name) throws IOException {
    Table table = table("fingerprint");
    return table.rows().stream()
        .filter(row -> row.get(0).text().orElseThrow().equals(name))
        .map(row -> row.get(table.indexOf("value")).text().orElseThrow())
        .reduce((a, b) -> "more than one")
        .orElse("none");
  }

  @Test
  void runIsRepeatedByTheWordsThatWereTyped() throws IOException {
    cell("AO", "false", 3000, 10);
    fingerprint(
        """
        {"command":["^insertSelect$","-p","batchSize=1,2","-prof","wal","-jvmArgs","-Xmx1g -Xint"]}
        """);

    assertThat(commands())
        .containsExactly(
            "To repeat: java -jar benchmarks.jar '^insertSelect$' -p batchSize=1,2 -prof wal"
                + " -jvmArgs '-Xmx1g -Xint'");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"insertSelect\"', ' --seed -42'",
    "'\"insertSelect\", \"--order\", \"random\"', ' --seed -42'",
    "'\"insertSelect\", \"--seed\", \"-42\"', ' --seed -42'",
    "'\"insertSelect\", \"--seed=-42\"', ' --seed=-42'",
    "'\"duel\", \"AO\", \"AOCO\"', ' --seed -42'",
    "'\"stream\", \"--queries\"', ' stream --queries'"
  })
  void randomOrderIsRepeatedByItsSeed(String words, String end) throws IOException {
    cell("AO", "false", 3000, 10);
    fingerprint("{\"command\":[" + words + "],\"order\":-42}");

    assertThat(commands())
        .singleElement()
        .asString()
        .endsWith(end)
        .doesNotContainPattern("seed.*seed");
  }

  @Test
  void runWhoseCommandIsNotRecordedHasNone() throws IOException {
    cell("AO", "false", 3000, 10);

    assertThat(commands()).isEmpty();

    fingerprint("{\"order\":1}");

    assertThat(commands()).isEmpty();
  }

  @Test
  void commandAsTypedIsOneLine() throws IOException {
    cell("AO", "false", 3000, 10);
    fingerprint(
        """
        {"command":["a","b","c","d","e","f","g","h","i","j","k","two words"],"commands":1}
        """);

    assertThat(fact("command")).isEqualTo("a b c d e f g h i j k 'two words'");
    assertThat(fact("command.0")).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"-Dpw=geheim\"",
        "\"-Ddb.pass=geheim\"",
        "\"--password\", \"geheim geheim\"",
        "\"--password=geheim,geheim\"",
        "\"password=geheim geheim\"",
        "\"-p\", \"password=geheim\"",
        "\"psql --password geheim\"",
        "\"jdbc:postgresql://u:geheim@h/d?user=u&password=geheim,geheim&ssl=true\""
      })
  void wordsThatLookLikePasswordsAreHidden(String words) throws IOException {
    cell("AO", "false", 3000, 10).json().withArray("jvmArgs").add("-Dpw=geheim");
    fingerprint("{\"command\":[\"kept\"," + words + ",\"kept\"]}");

    assertThat(fact("command")).contains("***").doesNotContain("geheim").startsWith("kept ");
    assertThat(fact("command")).endsWith(" kept");
    assertThat(commands().toString()).contains("***").doesNotContain("geheim");
    assertThat(Files.readString(Path.of(folder.toString(), "fingerprint.json"))).contains("geheim");
    assertThat(table("fingerprint").rows().toString()).doesNotContain("geheim");
  }
}
