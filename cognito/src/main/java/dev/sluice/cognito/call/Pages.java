package dev.sluice.cognito.call;

import dev.sluice.api.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists that come in pages. */
public final class Pages {
  /** How often a list is read again from its start because a position was refused. */
  private static final int RESTARTS = 5;

  private Pages() {}

  /**
   * Reads all pages, from the start again where Cognito no longer knows a position.
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
    int restarts = 0;
    do {
      try {
        P read = page.apply(position);
        all.addAll(items.apply(read));
        position = next.apply(read);
      } catch (SourceException refused) {
        if (position == null || !isOfThePosition(refused) || restarts++ == RESTARTS) {
          throw refused;
        }
        all.clear();
        position = null;
        continue;
      }
      if (position == null) {
        return all;
      }
    } while (true);
  }

  private static boolean isOfThePosition(SourceException refused) {
    for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
      if (Faults.invalid(cause)) {
        return true;
      }
    }
    return false;
  }
}
