package storagebench.stream;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Records as rows of CSV. The components are the columns, {@code tableBytes} as {@code
 * table_bytes}; null is blank.
 *
 * @param type of the records
 */
record CsvRows<T extends Record>(Class<T> type) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
  private static final CSVFormat WITH_NAMES =
      FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The line of names. */
  String names() {
    return line(
        MAPPER
            .getSerializationConfig()
            .introspect(MAPPER.constructType(type))
            .findProperties()
            .stream()
            .map(BeanPropertyDefinition::getName)
            .toArray());
  }

  /** The line of a record. */
  String line(T row) {
    Map<String, Object> fields = MAPPER.convertValue(row, FIELDS);
    return line(fields.values().toArray());
  }

  /** A whole file: names and rows. */
  String text(List<T> rows) {
    StringBuilder text = new StringBuilder(names());
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  /**
   * The records of a file.
   *
   * @throws IllegalArgumentException if a column is missing or a field is none of the component's
   */
  List<T> read(String text) {
    try (CSVParser lines = WITH_NAMES.parse(new StringReader(text))) {
      return lines.stream().map(this::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private T row(CSVRecord line) {
    try {
      return MAPPER.convertValue(line.toMap(), type);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof JsonMappingException field) {
        String column = field.getPath().stream().map(Reference::getFieldName).collect(joining("."));
        throw new IllegalArgumentException(
            "row " + line.getRecordNumber() + ", " + column + ": " + field.getOriginalMessage(), e);
      }
      throw e;
    }
  }

  private static String line(Object... fields) {
    return FORMAT.format(fields) + "\n";
  }
}
