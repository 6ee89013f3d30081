package storagebench.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a sampled session was doing.
 *
 * @param kind {@code cpu}, or the class of what it waited for
 * @param event what exactly; empty for the CPU
 */
record Wait(String kind, String event) {
  /** The classes of wait events that PostgreSQL documents, and what has none. */
  static final List<String> KINDS =
      List.of(
          "cpu",
          "activity",
          "buffer_pin",
          "client",
          "extension",
          "io",
          "ipc",
          "lock",
          "lw_lock",
          "timeout",
          "other");

  private static final String HIDDEN = "<insufficient privilege>";

  /**
   * Reads what {@code sql/profile/waits.sql} gives for one tick.
   *
   * @param text waits as Class:Event, or CPU, with commas between them
   * @return empty if the server does not let this user see them
   */
  static Optional<List<Wait>> parse(String text) {
    return text.contains(HIDDEN)
        ? Optional.empty()
        : Optional.of(Arrays.stream(text.split(",")).map(Wait::of).toList());
  }

  /** Name within a metric's name. */
  String label() {
    return event.isEmpty() ? kind : kind + "." + event;
  }

  /** One of {@link #KINDS}. */
  String knownKind() {
    return KINDS.contains(kind) ? kind : "other";
  }

  private static Wait of(String text) {
    String[] parts = text.split(":", 2);
    return new Wait(snakeCase(parts[0]), parts.length == 1 ? "" : snakeCase(parts[1]));
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9_]+", "_")
        .toLowerCase(Locale.ROOT);
  }
}
