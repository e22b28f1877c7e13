package dev.sluice.cognito.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists that come in pages. */
public final class Pages {
  private Pages() {}

  /**
   * Reads all pages.
   *
   * @param page the page at a position, null for the first
   * @param items the items of a page
   * @param next where the next page is, null after the last
   */
  public static <P, T> List<T> all(
      Function<@Nullable String, P> page,
      Function<P, List<T>> items,
      Function<P, @Nullable String> next) {
    List<T> all = new ArrayList<>();
    String position = null;
    do {
      P read = page.apply(position);
      all.addAll(items.apply(read));
      position = next.apply(read);
    } while (position != null);
    return all;
  }
}
