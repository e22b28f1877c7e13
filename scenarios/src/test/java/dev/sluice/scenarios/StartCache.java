package dev.sluice.scenarios;

import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the JDK records of how a command starts (its AOT cache): the launcher has one made after a
 * build, the scenarios make one at their beginning. Where that fails they do without, and say so
 * once: every command then only takes longer.
 */
final class StartCache {
  private static final Path FILE = Path.of("target", "scenarios.aot").toAbsolutePath();
  private static final List<String> SILENT =
      List.of(
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "-Xlog:aot*=off:stderr",
          "-Xlog:cds*=off:stderr");

  // The JDK records nothing that comes from folders.
  private static final List<String> JARS =
      List.of(
          "-cp",
          Arrays.stream(System.getProperty("java.class.path").split(":"))
              .filter(each -> each.endsWith(".jar"))
              .collect(Collectors.joining(":")));

  private static final List<String> OPTIONS = train();

  private StartCache() {}

  /** The options of a JVM that name its class path, and the cache if there is one. */
  static List<String> options() {
    return OPTIONS;
  }

  private static List<String> train() {
    try (FakeFusionAuth fake = FakeFusionAuth.start();
        Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(20)) {
      Files.deleteIfExists(FILE);
      Path place = Files.createTempDirectory(FILE.getParent(), "start-");
      FusionAuthMigration.of(place, rehearsal.asPool(), fake, "bulk");
      Ran recorded = run(place, List.of("-XX:AOTCacheOutput=" + FILE), "bulk", "--execute");
      List<String> use = new ArrayList<>(SILENT);
      use.add("-XX:AOTCache=" + FILE);
      // A JVM silently goes without a cache that it does not like, unless it must have one.
      Ran used = run(place, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + FILE), "--help");
      if (recorded.exitCode() != 0 || used.exitCode() != 0) {
        return without(recorded + "; " + used);
      }
      use.addAll(JARS);
      return List.copyOf(use);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ran run(Path place, List<String> options, String... arguments) {
    List<String> all = new ArrayList<>(options);
    all.addAll(JARS);
    return SluiceProcess.start(place, all, arguments).await();
  }

  private static List<String> without(String reason) {
    System.out.println("Commands start without an AOT cache, which takes longer: " + reason);
    return List.of("-cp", System.getProperty("java.class.path"));
  }
}
