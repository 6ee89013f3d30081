package storagebench.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.results.WholeFile;

/**
 * The folder that a history is kept in: one small JSON file a night, named by its time and its run,
 * so that two machines never write the same file and git merges what both add.
 *
 * @param path where it lies
 */
public record HistoryFolder(Path path) {
  private static final String ENDING = ".json";
  private static final int SHORT_HASH = 8;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Iso()))
          .build();

  /**
   * The nights in it, in the order in which they were measured. Files that are not JSON do not
   * count.
   *
   * @throws UserError if there is no such folder, a JSON file in it is no night, or a run is in it
   *     twice
   */
  public List<Night> nights() {
    if (!Files.isDirectory(path)) {
      throw new UserError(path + ": no such folder; history add " + path + " RUN makes one");
    }
    List<Night> nights = new ArrayList<>();
    for (Path file : files()) {
      Night night = read(file);
      nights.stream()
          .filter(other -> other.run().equals(night.run()))
          .findFirst()
          .ifPresent(
              other -> {
                throw new UserError(
                    file + ": the same run as " + fileName(other) + "; remove one of them");
              });
      nights.add(night);
    }
    nights.sort(Comparator.comparing(Night::started).thenComparing(Night::run));
    return List.copyOf(nights);
  }

  /**
   * Adds nights, all of them or none.
   *
   * @return the new files
   * @throws UserError if one of the runs is here already or given twice, or a file cannot be
   *     written
   */
  public List<Path> add(List<Night> more) {
    List<Night> known = new ArrayList<>(Files.isDirectory(path) ? nights() : List.of());
    Map<String, String> files = new LinkedHashMap<>();
    for (Night night : more) {
      known.stream()
          .filter(other -> other.run().equals(night.run()))
          .findFirst()
          .ifPresent(
              same -> {
                throw new UserError(
                    night.name()
                        + ": is the same run as "
                        + path.resolve(fileName(same))
                        + ", added before; add each run once");
              });
      known.add(night);
      files.put(fileName(night), text(night));
    }
    WholeFile.writeAll(path, files);
    return files.keySet().stream().map(path::resolve).toList();
  }

  private static String text(Night night) {
    try {
      return JSON.writeValueAsString(night) + "\n";
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String fileName(Night night) {
    return night.started().toString().replaceAll("[-:]|\\.\\d+", "")
        + "-"
        + night.run().substring(0, Math.min(SHORT_HASH, night.run().length()))
        + ENDING;
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(path + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  private static Night read(Path file) {
    try {
      Night night = JSON.readValue(Files.readAllBytes(file), Night.class);
      if (night != null) {
        return night;
      }
      throw new UserError(notANight(file));
    } catch (JacksonException e) {
      throw new UserError(notANight(file), e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String notANight(Path file) {
    return file + ": not a file that history add wrote; restore it or move it away";
  }

  /** A time as ISO 8601 writes it. */
  private static final class Iso extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    Iso() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        JsonParser parser = context.getParser();
        throw JsonMappingException.from(parser, "no time", e);
      }
    }
  }
}
