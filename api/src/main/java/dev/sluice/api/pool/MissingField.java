package dev.sluice.api.pool;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a required field that is missing from a record read from a file. */
final class MissingField {
  private MissingField() {}

  /** Returns the path of the first missing field, such as {@code clients[2].id}. */
  static Optional<String> in(Record read) {
    return in("", read).findFirst();
  }

  private static Stream<String> in(String path, Record read) {
    return Stream.of(read.getClass().getRecordComponents())
        .flatMap(each -> in(each, path + each.getName(), value(each, read)));
  }

  private static Stream<String> in(RecordComponent component, String path, @Nullable Object value) {
    return switch (value) {
      case null -> mayBeNull(component) ? Stream.empty() : Stream.of(path);
      case Record inner -> in(path + ".", inner);
      case List<?> items -> inList(path, items);
      default -> Stream.empty();
    };
  }

  private static Stream<String> inList(String path, List<?> items) {
    return IntStream.range(0, items.size())
        .filter(at -> items.get(at) instanceof Record)
        .boxed()
        .flatMap(at -> in(path + "[" + at + "].", (Record) items.get(at)));
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("A public record's component can be read.", e);
    }
  }
}
