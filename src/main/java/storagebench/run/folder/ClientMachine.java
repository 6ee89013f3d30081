package storagebench.run.folder;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.util.DriverInfo;

/** The client's side of a fingerprint. */
public final class ClientMachine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private ClientMachine() {}

  /** Driver, JVM, operating system, processors and memory by name, none of them ever null. */
  public static Map<String, Object> describe() {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("driver", DriverInfo.DRIVER_FULL_NAME);
    facts.put(
        "jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("cpus", Runtime.getRuntime().availableProcessors());
    facts.put("cpu", cpu());
    facts.put("memory_bytes", memoryBytes());
    return facts;
  }

  private static long memoryBytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  private static String cpu() {
    String architecture = System.getProperty("os.arch");
    if (!Files.isReadable(CPU_INFO)) {
      return architecture;
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }
}
