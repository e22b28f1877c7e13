package dev.sluice.keycloak.versions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The classes in some jars, and Java's own, read without loading any of them. */
final class ClassFiles implements AutoCloseable {
  private static final String SUFFIX = ".class";

  private final List<ZipFile> jars = new ArrayList<>();
  private final Map<String, ZipFile> jarOf = new HashMap<>();
  private final Map<String, Optional<ClassModel>> read = new HashMap<>();

  /** Of two classes with one name, that in the earlier jar counts. */
  static ClassFiles in(Stream<Path> jars) {
    var files = new ClassFiles();
    jars.forEach(files::add);
    return files;
  }

  private void add(Path jar) {
    try {
      var opened = new ZipFile(jar.toFile());
      jars.add(opened);
      opened.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF/"))
          .forEach(name ->
              jarOf.putIfAbsent(name.substring(0, name.length() - SUFFIX.length()), opened));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + jar, e);
    }
  }

  /** The names of all classes of a package and those within it, such as {@code dev/sluice/}. */
  List<String> under(String prefix) {
    return jarOf.keySet().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
  }

  /** The class with this name, such as {@code java/util/List}. */
  Optional<ClassModel> find(String name) {
    return read.computeIfAbsent(name, this::parse);
  }

  /** The class, what it extends, and what all of these implement, those that are there. */
  List<ClassModel> lineage(String name) {
    var lineage = new ArrayList<ClassModel>();
    find(name)
        .ifPresent(found -> {
          lineage.add(found);
          Stream.concat(found.superclass().stream(), found.interfaces().stream())
              .map(ClassEntry::asInternalName)
              .forEach(above -> lineage.addAll(lineage(above)));
        });
    return lineage;
  }

  private Optional<ClassModel> parse(String name) {
    ZipFile jar = jarOf.get(name);
    try (InputStream in =
        jar == null
            ? ClassLoader.getPlatformClassLoader().getResourceAsStream(name + SUFFIX)
            : jar.getInputStream(jar.getEntry(name + SUFFIX))) {
      return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the class " + name, e);
    }
  }

  @Override
  public void close() throws IOException {
    for (ZipFile jar : jars) {
      jar.close();
    }
  }
}
