package storagebench.duel;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import storagebench.UserError;
import storagebench.results.Params;
import storagebench.run.plan.PlannedCell;
import storagebench.server.SqlScript;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.server.UserScripts;
import storagebench.storage.Turns;
import storagebench.storage.Variant;

/**
 * One side of a duel, as the user names it: {@code AO} or {@code
 * variant=AO,compresslevel=9,set:gp_appendonly_compaction=off}.
 *
 * @param role baseline or candidate
 * @param variant name of its table's definition; empty for the cell's
 * @param options those of its table that are its own, by name
 * @param ddlFile DDL of the user's instead of the variant's
 * @param settings what its sessions set, by name
 * @param urlVariable environment variable that holds the URL of its server
 * @param image image of its container
 */
public record DuelSide(
    String role,
    Optional<String> variant,
    Map<String, String> options,
    Optional<Path> ddlFile,
    Map<String, String> settings,
    Optional<String> urlVariable,
    Optional<String> image) {
  /** Role of what there was. */
  public static final String BASELINE = Turns.role(Turns.BASELINE);

  /** Role of what may be worse. */
  public static final String CANDIDATE = Turns.role(Turns.CANDIDATE);

  private static final String KEYS =
      "variant|ddl|url|image|set:[\\w.]+|" + String.join("|", new TreeSet<>(Params.OPTIONS));

  /** A comma separates only where a key follows, because values of settings hold commas too. */
  private static final Pattern SEPARATOR = Pattern.compile(",(?=(?:" + KEYS + ")=)");

  private static final Pattern PART = Pattern.compile("(" + KEYS + ")=(.*)");

  /** What stands there if a side was left out before options such as {@code -p batchSize=1000}. */
  private static final Pattern OPTION = Pattern.compile("\\w+=.*");

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String SET = "set:";

  /**
   * Reads a side.
   *
   * @throws UserError if it is not one
   */
  public static DuelSide parse(String role, String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    Map<String, String> options = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    for (String part : SEPARATOR.split(text)) {
      Matcher matcher = PART.matcher(part);
      boolean named = matcher.matches();
      String key = named ? matcher.group(1) : Params.VARIANT;
      String value = named ? matcher.group(2) : part;
      if (value.isEmpty()) {
        throw new UserError(role + " '" + text + "': " + key + " has no value; " + expected());
      }
      boolean setting = key.startsWith(SET);
      String name = setting ? key.substring(SET.length()) : key;
      Map<String, String> kind = Params.OPTIONS.contains(name) ? options : parts;
      if ((setting ? settings : kind).put(name, value) != null) {
        throw new UserError(role + " '" + text + "' says " + key + " twice");
      }
    }
    if (parts.containsKey("url") && parts.containsKey("image")) {
      throw new UserError(role + " '" + text + "' has both url and image; leave one out");
    }
    Optional<String> variant = Optional.ofNullable(parts.get(Params.VARIANT));
    variant.ifPresent(name -> requireKnown(role, name));
    return new DuelSide(
        role,
        variant,
        options,
        Optional.ofNullable(parts.get("ddl")).map(Path::of).or(() -> file(variant)),
        settings,
        Optional.ofNullable(parts.get("url")).map(name -> variable(role, name)),
        Optional.ofNullable(parts.get("image")));
  }

  /** This side, with the other's variant if it has none of its own. */
  DuelSide orVariantOf(DuelSide other) {
    return variant.isPresent()
        ? this
        : new DuelSide(
            role,
            other.variant,
            options,
            ddlFile.or(() -> file(other.variant)),
            settings,
            urlVariable,
            image);
  }

  /** A variant that is a file of the user's is its own DDL. */
  private static Optional<Path> file(Optional<String> variant) {
    return variant.filter(UserScripts::isFile).map(Path::of);
  }

  /** This side with its table from another file. */
  DuelSide withTable(Path file) {
    return new DuelSide(role, variant, options, Optional.of(file), settings, urlVariable, image);
  }

  /** Whether it is on the server that the environment names, or that is found. */
  boolean onUsualServer() {
    return urlVariable.isEmpty() && image.isEmpty();
  }

  /** Whether nothing but the name tells it from the other. */
  boolean isLike(DuelSide other) {
    return toString().equals(other.toString());
  }

  /** Finds or starts its server; empty if it is the usual one. */
  Optional<Target> ownTarget(TargetFinder finder) {
    return urlVariable.map(finder::at).or(() -> image.map(finder::containerOf));
  }

  /** The definition of its table in a cell. */
  Variant definition(PlannedCell cell) {
    return named()
        .orElseGet(() -> cell.variant().orElseThrow())
        .with(cell.parameters())
        .with(options);
  }

  /** The definitions of its tables that no cell's options change: its own, or the user's files. */
  List<Variant> definitions(List<PlannedCell> cells) {
    return named()
        .map(own -> List.of(own.with(options)))
        .orElseGet(
            () ->
                cells.stream()
                    .flatMap(cell -> cell.variant().stream())
                    .filter(Variant::isFile)
                    .toList());
  }

  private Optional<Variant> named() {
    return variant.map(
        name ->
            ddlFile
                .map(file -> Variant.named(name, SqlScript.of(file)))
                .orElseGet(() -> Variant.named(name)));
  }

  /** Whether files can be read is seen later: a duel that goes on reads its own copies. */
  private static void requireKnown(String role, String name) {
    boolean known =
        UserScripts.isFile(name)
            || Arrays.stream(Variant.values()).anyMatch(variant -> variant.name().equals(name));
    if (!known) {
      throw new UserError(
          OPTION.matcher(name).matches()
              ? role + ": '" + name + "' is no side; both stand before the options; " + expected()
              : role + ": unknown variant '" + name + "'; " + expected());
    }
  }

  private static String variable(String role, String name) {
    if (!VARIABLE.matcher(name).matches()) {
      // It may be a URL with a password, which is not repeated.
      throw new UserError(
          role
              + ": url= takes the name of an environment variable that holds the URL, so that no"
              + " password stands in an argument");
    }
    return name;
  }

  private static String expected() {
    return "expected "
        + Arrays.stream(Variant.values()).map(Variant::name).collect(Collectors.joining(", "))
        + " or a file such as my.sql, and after commas ddl=FILE, set:NAME=VALUE, url=VARIABLE, image=NAME or an option"
        + " of the table such as compresslevel=9";
  }

  /** As the user could have written it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(variant.orElse(""));
    options.forEach((name, value) -> text.append("," + name + "=" + value));
    ddlFile
        .filter(file -> !file(variant).equals(Optional.of(file)))
        .ifPresent(file -> text.append(",ddl=").append(file));
    settings.forEach((name, value) -> text.append(",set:" + name + "=" + value));
    urlVariable.ifPresent(name -> text.append(",url=").append(name));
    image.ifPresent(name -> text.append(",image=").append(name));
    return text.toString().replaceFirst("^,", "");
  }
}
