package storagebench;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a method does, itself or by what it calls. */
final class Reach {
  private Reach() {}

  /** All accesses to methods, constructors and fields, the nearest first. */
  static List<JavaAccess<?>> of(JavaCodeUnit start) {
    List<JavaAccess<?>> reached = new ArrayList<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(List.of(start));
    Set<JavaCodeUnit> seen = new HashSet<>(next);
    while (!next.isEmpty()) {
      for (JavaAccess<?> access : next.remove().getAccessesFromSelf()) {
        reached.add(access);
        if (access.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit called
            && seen.add(called)) {
          next.add(called);
        }
      }
    }
    return reached;
  }
}
