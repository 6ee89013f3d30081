package storagebench;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Which methods do something, themselves or by what they call. */
final class Reach {
  private Reach() {}

  /** Every method and constructor that does it, with the access by which it does. */
  static Map<JavaCodeUnit, JavaAccess<?>> of(JavaClasses classes, Predicate<JavaAccess<?>> what) {
    Map<JavaCodeUnit, JavaAccess<?>> reaching = new HashMap<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>();
    classes.stream()
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(what)
        .filter(access -> reaching.putIfAbsent(access.getOrigin(), access) == null)
        .forEach(access -> next.add(access.getOrigin()));
    while (!next.isEmpty()) {
      JavaCodeUnit called = next.remove();
      called.getAccessesToSelf().stream()
          .map(JavaAccess::getOrigin)
          .filter(caller -> reaching.putIfAbsent(caller, reaching.get(called)) == null)
          .forEach(next::add);
    }
    return Collections.unmodifiableMap(reaching);
  }
}
