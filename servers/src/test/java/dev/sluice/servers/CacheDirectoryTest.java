package dev.sluice.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTest {
  @TempDir Path root;

  @Test
  void an_entry_is_made_once_even_when_many_want_it_at_once() {
    var made = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        threads.execute(() -> new CacheDirectory(root).entry("thing", into -> fill(into, made)));
      }
    }
    assertThat(made).hasValue(1);
    assertThat(root.resolve("thing/file")).hasContent("whole");
  }

  @Test
  void an_entry_that_could_not_be_made_is_made_anew_the_next_time() {
    var cache = new CacheDirectory(root);
    assertThatThrownBy(() ->
            cache.entry(
                "thing",
                into -> {
                  throw new ServerException("no network");
                }))
        .hasMessage("no network");
    assertThat(root.resolve("thing")).doesNotExist();
    cache.entry("thing", into -> fill(into, new AtomicInteger()));
    assertThat(root.resolve("thing/file")).hasContent("whole");
  }

  private static void fill(Path into, AtomicInteger made) {
    made.incrementAndGet();
    try {
      Files.writeString(into.resolve("file"), "whole");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
