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
 * @param variant storage format of its table
 * @param ddlFile DDL of the user's instead of the variant's; null for the variant's
 * @param settings what its sessions set, by name
 * @param handoff how a fork finds its server, see {@link Target#handoff()}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialSide(
    Variant variant, Path ddlFile, Map<String, String> settings, String handoff) {
  public TrialSide {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The server, in a fork. */
  public Target target() {
    return TargetFinder.inFork(handoff).with(settings);
  }

  /** The DDL of its table; variable {@code table}. */
  public SqlScript ddl() {
    return ddlFile == null ? variant.ddl() : SqlScript.of(ddlFile);
  }
}
