package dev.sluice.benchmarks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Prints the structure of the project's main code: lines a file and a method, files a package, and
 * how many packages and files depend on each other in cycles. Reads text only.
 *
 * <p>Types are identified by their simple names; if a file imports none of that name, the one in
 * its own package is meant.
 */
public final class HouseFigures {
  private static final List<String> MODULES =
      List.of("api", "migration", "app", "cognito", "targets", "keycloak-extension");

  private final List<Integer> linesOfFiles = new ArrayList<>();
  private final List<Integer> linesOfMethods = new ArrayList<>();
  private final Map<String, Integer> filesOfPackages = new TreeMap<>();
  private final Map<String, CompilationUnitTree> files = new TreeMap<>();
  private final Map<String, Set<String>> usedByFiles = new TreeMap<>();

  private HouseFigures() {}

  /** Takes the root of a checkout. */
  public static void main(String... args) throws IOException {
    HouseFigures figures = new HouseFigures();
    figures.read(Path.of(args[0]));
    figures.print();
  }

  private void read(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      Path main = root.resolve(module).resolve("src/main/java");
      if (Files.isDirectory(main)) {
        try (Stream<Path> all = Files.walk(main)) {
          all.filter(HouseFigures::isSource).forEach(sources::add);
        }
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        measure(unit, positions);
      }
    }
    files.forEach((name, unit) -> usedByFiles.put(name, used(name, unit)));
  }

  private static boolean isSource(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".java") && !name.endsWith("-info.java");
  }

  private void measure(CompilationUnitTree unit, SourcePositions positions) throws IOException {
    String inPackage = String.valueOf(unit.getPackageName());
    String name = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    files.put(inPackage + "." + name.substring(0, name.length() - ".java".length()), unit);
    filesOfPackages.merge(inPackage, 1, Integer::sum);
    linesOfFiles.add((int) unit.getSourceFile().getCharContent(true).toString().lines().count());
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getBody() != null) {
          linesOfMethods.add(lines(unit, positions, method));
        }
        return super.visitMethod(method, null);
      }
    }.scan(unit, null);
  }

  private static int lines(CompilationUnitTree unit, SourcePositions positions, Tree tree) {
    long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    return (int)
        (unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree)) - first + 1);
  }

  /** Returns the files of the project whose types a file names. */
  private Set<String> used(String file, CompilationUnitTree unit) {
    Map<String, String> imported = new HashMap<>();
    for (ImportTree each : unit.getImports()) {
      String whole = each.getQualifiedIdentifier().toString();
      String type = each.isStatic() ? whole.substring(0, whole.lastIndexOf('.')) : whole;
      imported.put(type.substring(type.lastIndexOf('.') + 1), type);
    }
    Set<String> names = new HashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree name, Void nothing) {
        names.add(name.getName().toString());
        return null;
      }

      @Override
      public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
        names.add(select.toString());
        return super.visitMemberSelect(select, null);
      }
    }.scan(unit.getTypeDecls(), null);
    Set<String> used = new HashSet<>();
    for (String name : names) {
      String type = imported.getOrDefault(name, unit.getPackageName() + "." + name);
      for (String whole : List.of(type, name)) {
        if (files.containsKey(whole) && !whole.equals(file)) {
          used.add(whole);
        }
      }
    }
    return used;
  }

  private void print() {
    long lines = linesOfFiles.stream().mapToLong(Integer::longValue).sum();
    long named = usedByFiles.values().stream().mapToLong(Set::size).sum();
    Map<String, Set<String>> packages = new TreeMap<>();
    usedByFiles.forEach((file, used) ->
        used.forEach(other -> {
          Set<String> others = packages.computeIfAbsent(packageOf(file), name -> new HashSet<>());
          if (!packageOf(other).equals(packageOf(file))) {
            others.add(packageOf(other));
          }
        }));
    List<Set<String>> fileCircles = new Circles(usedByFiles).all();
    List<Set<String>> packageCircles = new Circles(packages).all();
    System.out.printf("main files                          %d%n", linesOfFiles.size());
    System.out.printf("lines a file, median/p90/max        %s%n", spread(linesOfFiles));
    System.out.printf("lines a method, median/p90/max      %s%n", spread(linesOfMethods));
    System.out.printf(
        "files a package, median/p90/max     %s%n", spread(List.copyOf(filesOfPackages.values())));
    System.out.printf(
        "packages in cycles                  %d of %d%n",
        size(packageCircles), filesOfPackages.size());
    System.out.printf(
        "files in cycles (biggest)           %.0f %% (%d)%n",
        100.0 * size(fileCircles) / files.size(),
        fileCircles.stream().mapToInt(Set::size).max().orElse(0));
    System.out.printf("own files named in 100 lines        %.1f%n", 100.0 * named / lines);
  }

  private static String packageOf(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }

  private static int size(List<Set<String>> circles) {
    return circles.stream().mapToInt(Set::size).sum();
  }

  private static String spread(List<Integer> values) {
    List<Integer> sorted = values.stream().sorted().toList();
    return "%d/%d/%d"
        .formatted(
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 9 / 10),
            sorted.get(sorted.size() - 1));
  }
}
