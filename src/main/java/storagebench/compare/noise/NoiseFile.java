package storagebench.compare.noise;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import storagebench.UserError;
import storagebench.results.WholeFile;

/**
 * The noise floors of machines: {@code {machine: {metric: {floor, comparisons, runs}}}}.
 *
 * @param machines floors by machine and name of the metric
 */
public record NoiseFile(SortedMap<String, SortedMap<String, NoiseFloor>> machines) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Reads it.
   *
   * @throws UserError if it is not one that {@code calibrate} wrote
   */
  public static NoiseFile read(Path file) {
    try {
      NoiseFile noise =
          new NoiseFile(JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {}));
      if (noise.machines == null || !noise.isSound()) {
        throw new UserError(file + ": a noise floor is not a share of at least 0 from comparisons");
      }
      return noise;
    } catch (JacksonException e) {
      throw new UserError(file + ": not a file that calibrate wrote; calibrate again", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read; write one with calibrate", e);
    }
  }

  /** Puts these floors into the file; those of other machines and metrics are kept. */
  public void mergeInto(Path file) {
    SortedMap<String, SortedMap<String, NoiseFloor>> all =
        new TreeMap<>(Files.exists(file) ? read(file).machines : Map.of());
    machines.forEach(
        (machine, floors) -> all.computeIfAbsent(machine, m -> new TreeMap<>()).putAll(floors));
    try {
      String text = JSON.writeValueAsString(all) + "\n";
      WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The floors of the machines that were measured on, the largest of each metric.
   *
   * @throws UserError if the file does not know one of them
   */
  public Map<String, Double> of(List<String> measured) {
    List<String> unknown = measured.stream().filter(m -> !machines.containsKey(m)).toList();
    if (!unknown.isEmpty()) {
      throw new UserError(
          "--noise: no noise floor of " + unknown.get(0) + "; calibrate there first");
    }
    return measured.stream()
        .flatMap(machine -> machines.get(machine).entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().floor(), Math::max));
  }

  private boolean isSound() {
    return machines.values().stream().allMatch(NoiseFile::isSound);
  }

  private static boolean isSound(SortedMap<String, NoiseFloor> floors) {
    return floors != null
        && !floors.isEmpty()
        && floors.values().stream().allMatch(noise -> noise != null && noise.isSound());
  }
}
