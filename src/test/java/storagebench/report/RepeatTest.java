package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

  private ObjectNode foreign(String mode) {
    return text.add("demo.Other.run", mode, "ms/op").fork(1, 2).json();
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
  void foreignRunIsRepeatedWithItsTimesBatchSizesAndJvm() throws IOException {
    ObjectNode result = foreign("avgt");
    result.put("measurementTime", "100 ms").put("warmupTime", "200 ms");
    result.put("measurementBatchSize", 50).put("warmupBatchSize", 1);
    result.withArray("jvmArgs").add("-Xmx1g").add("-Dtext=a b").add("-Dpw=geheim");

    assertThat(commands())
        .containsExactly(
            "To repeat: java -jar benchmarks.jar '^demo.Other.run$' -bm avgt -f 1 -wi 3 -i 20"
                + " -w 200ms -r 100ms -bs 50 -t 1 -jvmArgs '-Xmx1g \"-Dtext=a b\" -Dpw=***'");
  }

  @Test
  void singleShotsHaveNoTimes() throws IOException {
    foreign("ss").put("measurementTime", "60 ms").put("warmupTime", "single-shot");

    assertThat(commands()).singleElement().asString().endsWith(" -bm ss -f 1 -wi 3 -i 20 -t 1");
  }

  @Test
  void suitesRunIsRepeatedWithoutWhatItsForksHaveAnyway() throws IOException {
    ObjectNode result = cell("AO", "false", 3000, 10).json();
    result.put("measurementTime", "single-shot").put("measurementBatchSize", 1);
    result.withArray("jvmArgs").add("-Dstoragebench.target=x").add("-Xmx1g");

    assertThat(commands())
        .containsExactly(
            "To repeat: java -jar benchmarks.jar"
                + " '^storagebench.benchmark.InsertSelectBenchmark.insertSelect$' -bm ss -f 1 -wi 3"
                + " -i 20 -t 1 -p batchSize=1000 -p indexes=false -p variant=AO");

    result.withArray("jvmArgs").add("-Xint");

    assertThat(commands()).singleElement().asString().contains(" -jvmArgs '-Xmx1g -Xint' ");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"insertSelect\"', true",
    "'\"insertSelect\", \"--order\", \"random\"', true",
    "'\"insertSelect\", \"--order\", \"fixed\"', false",
    "'\"--order=fixed\"', false",
    "'\"duel\", \"AO\"', false"
  })
  void randomOrderIsRepeatedByItsSeed(String words, boolean seeded) throws IOException {
    cell("AO", "false", 3000, 10);
    foreign("ss");
    fingerprint("{\"command\":[" + words + "],\"order\":-42}");

    List<String> commands = commands();

    assertThat(commands).hasSize(2);
    assertThat(commands.get(0)).contains("demo.Other").doesNotContain("--seed");
    assertThat(commands.get(1).endsWith(" --seed -42")).isEqualTo(seeded);
  }

  @Test
  void profilersAreNamedAgain() throws IOException {
    cell("AO", "false", 3000, 10);
    fingerprint(
        "{\"command\":[\"insertSelect\",\"-prof\",\"wal\",\"-profgc\",\"-p\",\"variant=AO\"],\"order\":1}");

    assertThat(commands()).singleElement().asString().endsWith(" -prof wal -profgc --seed 1");
  }

  @Test
  void streamIsRepeatedByItsOwnCommand() throws IOException {
    for (String indexes : List.of("false", "true")) {
      text.add(
              "storagebench.stream.day",
              "ss",
              "ms/op",
              "variant",
              "AO",
              "indexes",
              indexes,
              "ingest",
              "copy",
              "scale",
              "0.1")
          .fork(1, 2);
    }
    fingerprint("{\"command\":[\"stream\"],\"order\":42,\"workload\":{\"seed\":7}}");

    assertThat(commands())
        .containsExactly(
            "To repeat: java -jar benchmarks.jar stream --phase both --method copy --scale 0.1"
                + " --variants AO --seed 7");
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
    assertThat(Files.readString(Path.of(folder.toString(), "fingerprint.json"))).contains("geheim");
    assertThat(table("fingerprint").rows().toString()).doesNotContain("geheim");
  }
}
