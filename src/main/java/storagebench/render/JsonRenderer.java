package storagebench.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import storagebench.compare.Comparison;
import storagebench.compare.VerdictText;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.OneSided;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Sample;
import storagebench.compare.verdict.Suite;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Difference;
import storagebench.results.Identity;
import storagebench.statistics.Estimate;

/**
 * For programs: everything, as {@code storagebench/compare/compare-2.schema.json} in the jar
 * describes it. What could not be had is null.
 */
final class JsonRenderer {
  private static final int FORMAT = 2;

  private final JsonGenerator json;

  private JsonRenderer(JsonGenerator json) {
    this.json = json;
  }

  static String render(ComparisonResult judged) {
    return JsonText.of(json -> new JsonRenderer(json).write(judged));
  }

  private void write(ComparisonResult judged) throws IOException {
    Comparison comparison = judged.comparison();
    json.writeStartObject();
    json.writeNumberField("format", FORMAT);
    json.writeStringField("outcome", judged.outcome().label());
    json.writeNumberField("exit_code", judged.outcome().exitCode());
    json.writeNumberField("alpha", comparison.options().alpha());
    array("suites", comparison.suites(), this::suite);
    array("rows", comparison.rows(), this::row);
    array("only_baseline", comparison.onlyBaseline(), this::oneSided);
    array("only_candidate", comparison.onlyCandidate(), this::oneSided);
    array("servers", comparison.servers(), this::difference);
    texts("warnings", comparison.warnings());
    if (!comparison.options().margins().floors().isEmpty()) {
      array("noise_floors", measures(comparison), m -> noise(m, comparison.options().margins()));
    }
    json.writeEndObject();
  }

  private void noise(Measure measure, Margins margins) throws IOException {
    json.writeStringField("metric", measure.name());
    number("floor", margins.floor(measure).orElse(Double.NaN));
  }

  private void suite(Suite suite) throws IOException {
    json.writeStringField("metric", suite.measure().name());
    json.writeStringField("better", better(suite.higherIsBetter()));
    json.writeObjectFieldStart("counts");
    for (Verdict verdict : Verdict.values()) {
      json.writeNumberField(verdict.label(), suite.counts().getOrDefault(verdict, 0L));
    }
    json.writeEndObject();
    estimate("ratio", suite.ratio());
    extreme("worst", suite.worst());
    extreme("best", suite.best());
  }

  private void extreme(String name, Optional<Row> row) throws IOException {
    if (row.isPresent()) {
      json.writeObjectFieldStart(name);
      cell(row.get().identity());
      number("ratio", row.get().ratio().value());
      json.writeEndObject();
    }
  }

  private void row(Row row) throws IOException {
    cell(row.identity());
    json.writeStringField("metric", row.measure().name());
    json.writeStringField("unit", row.measure().unit(row.identity()));
    json.writeStringField("better", better(row.measure().higherIsBetter(row.identity())));
    json.writeStringField("verdict", row.verdict().label());
    sample("baseline", row.contrast().map(Contrast::baseline));
    sample("candidate", row.contrast().map(Contrast::candidate));
    if (row.contrast().isPresent()) {
      json.writeBooleanField("paired", row.contrast().get().paired());
    } else {
      json.writeNullField("paired");
    }
    estimate("ratio", row.ratio());
    number("ratio_of_totals", VerdictText.totals(row));
    number("p", row.p());
    json.writeNumberField("margin", row.margin());
    number("smallest_change", row.smallest() - 1);
    count("forks_to_settle", row.forksToSettle());
    array("differences", row.differences(), this::difference);
    texts("notes", row.notes());
  }

  private void sample(String name, Optional<Sample> sample) throws IOException {
    json.writeObjectFieldStart(name);
    number("value", sample.map(Sample::figure).orElse(Double.NaN));
    count("forks", sample.stream().mapToInt(Sample::count).findFirst());
    json.writeEndObject();
  }

  private void estimate(String name, Estimate estimate) throws IOException {
    json.writeObjectFieldStart(name);
    number("value", estimate.value());
    number("low", estimate.low());
    number("high", estimate.high());
    json.writeEndObject();
  }

  private void oneSided(OneSided there) throws IOException {
    cell(there.cell());
    if (there.measure().isPresent()) {
      json.writeStringField("metric", there.measure().get().name());
    }
  }

  private void cell(Identity identity) throws IOException {
    json.writeStringField("benchmark", identity.benchmark());
    json.writeStringField("mode", identity.mode());
    json.writeObjectFieldStart("params");
    for (Map.Entry<String, String> param : identity.params().entrySet()) {
      json.writeStringField(param.getKey(), param.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("threads", identity.threads());
  }

  private void difference(Difference difference) throws IOException {
    json.writeStringField("field", difference.field());
    json.writeStringField("baseline", difference.baseline());
    json.writeStringField("candidate", difference.candidate());
  }

  /** One object an element. */
  private <T> void array(String name, List<T> elements, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart(name);
    for (T element : elements) {
      json.writeStartObject();
      fields.write(element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** JSON has neither NaN nor infinity. */
  private void number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }

  private void count(String name, OptionalInt value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsInt());
    } else {
      json.writeNullField(name);
    }
  }

  private static List<Measure> measures(Comparison comparison) {
    return comparison.rows().stream().map(Row::measure).distinct().toList();
  }

  private static String better(boolean higher) {
    return higher ? "higher" : "lower";
  }

  /** Writes the fields of an object. */
  private interface Fields<T> {
    void write(T object) throws IOException;
  }
}
