package storagebench.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import storagebench.server.SqlScript;
import storagebench.server.Target;
import storagebench.server.TargetFinder;

/**
 * What a trial needs to know of a side to measure it. Holds no secret.
 *
 * @param variant name of its table's definition; null for the cell's
 * @param options those that are its own and not the cell's, by name
 * @param ddlFile DDL of the user's instead of the variant's; null for the variant's
 * @param settings what its sessions set, by name
 * @param handoff how a fork finds its server, see {@link Target#handoff()}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialSide(
    String variant,
    Map<String, String> options,
    Path ddlFile,
    Map<String, String> settings,
    String handoff) {
  public TrialSide {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The server, in a fork. */
  public Target target() {
    return TargetFinder.inFork(handoff).with(settings);
  }

  /**
   * The definition of its table in a cell.
   *
   * @param ofCell name of the cell's variant
   * @param cell the cell's options, by name
   */
  public Variant in(String ofCell, Map<String, String> cell) {
    String name = variant == null ? ofCell : variant;
    Variant own =
        ddlFile == null ? Variant.named(name) : Variant.named(name, SqlScript.of(ddlFile));
    return own.with(cell).with(options);
  }
}
