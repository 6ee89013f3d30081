package storagebench.run.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.Profiler;

/**
 * Short names of the suite's own profilers. JMH has short names for its own only and finds others
 * by the name of their class: {@code -prof waits} is {@code -prof
 * storagebench.profile.WaitsProfiler} to it.
 */
final class ProfilerNames {
  /** JMH takes abbreviations. */
  private static final Pattern OPTION = Pattern.compile("--?pr(of?)?");

  private static final Pattern OPTION_WITH_NAME = Pattern.compile("(" + OPTION + "=)(.*)");
  private static final String SUFFIX = "Profiler";

  private ProfilerNames() {}

  /** The same command line with the names of classes. */
  static List<String> expand(List<String> arguments) {
    List<String> expanded = new ArrayList<>(arguments);
    for (int i = 0; i < expanded.size(); i++) {
      Matcher together = OPTION_WITH_NAME.matcher(expanded.get(i));
      if (together.matches()) {
        expanded.set(i, together.group(1) + expand(together.group(3)));
      } else if (i > 0 && OPTION.matcher(expanded.get(i - 1)).matches()) {
        expanded.set(i, expand(expanded.get(i)));
      }
    }
    return expanded;
  }

  /** What stands behind a colon are the profiler's options. */
  private static String expand(String profiler) {
    String[] parts = profiler.split(":", 2);
    String name = classes().getOrDefault(parts[0], parts[0]);
    return parts.length == 1 ? name : name + ":" + parts[1];
  }

  private static Map<String, String> classes() {
    return ServiceLoader.load(Profiler.class).stream()
        .map(ServiceLoader.Provider::type)
        .collect(Collectors.toMap(ProfilerNames::shortName, Class::getName, (a, b) -> a));
  }

  private static String shortName(Class<?> profiler) {
    return profiler.getSimpleName().replace(SUFFIX, "").toLowerCase(Locale.ROOT);
  }
}
