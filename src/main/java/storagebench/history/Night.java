package storagebench.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import storagebench.compare.match.FingerprintDifferences;
import storagebench.results.Identity;
import storagebench.results.ServerBuild;

/**
 * One run of a history, as it is kept: a night, whenever it was measured.
 *
 * @param format version of the file
 * @param run SHA-256 of the result files, which tells runs apart
 * @param name of the run's folder
 * @param started when measuring began
 * @param seconds how long its trials took; null if that was not recorded
 * @param machine processor, number of them and operating system; empty if not recorded
 * @param version what the server said of itself; empty if not recorded
 * @param commit what the server was built from; null if the version does not tell
 * @param conditions the facts that have to be equal for two nights to be comparable, by name
 * @param cells what was measured
 */
public record Night(
    int format,
    String run,
    String name,
    Instant started,
    Double seconds,
    String machine,
    String version,
    String commit,
    SortedMap<String, String> conditions,
    List<NightCell> cells) {
  /** Version of the file that this program writes and reads. */
  static final int FORMAT = 1;

  public Night {
    if (format != FORMAT) {
      throw new IllegalArgumentException("format " + format + ", expected " + FORMAT);
    }
    Objects.requireNonNull(run);
    Objects.requireNonNull(name);
    Objects.requireNonNull(started);
    Objects.requireNonNull(machine);
    Objects.requireNonNull(version);
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
    cells = List.copyOf(cells);
  }

  /** The build that was measured. */
  @JsonIgnore
  public ServerBuild build() {
    return ServerBuild.of(version);
  }

  /** Whether it has a condition of this name, or some whose names begin with it. */
  boolean hasCondition(String name) {
    return Stream.concat(
            conditions.keySet().stream(), cells.stream().flatMap(c -> c.work().keySet().stream()))
        .anyMatch(known -> known.equals(name) || known.startsWith(name + "."));
  }

  /** What has to be equal for this night's figures of a cell to be comparable with another's. */
  SortedMap<String, String> conditionsOf(NightCell cell) {
    SortedMap<String, String> all = new TreeMap<>(conditions);
    Identity identity = cell.identity();
    all.keySet().removeIf(field -> !FingerprintDifferences.touches(field, List.of(identity)));
    all.putAll(cell.work());
    return all;
  }
}
