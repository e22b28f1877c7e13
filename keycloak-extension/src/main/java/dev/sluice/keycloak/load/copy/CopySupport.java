package dev.sluice.keycloak.load.copy;

import java.util.Map;

/** What {@link CopyGuard} found. */
public sealed interface CopySupport {
  /**
   * The tables are those that are known here.
   *
   * @param schema where they are
   * @param statements what sends rows to each
   * @param lastModified whether users have a time of their last change, as since Keycloak 26.6
   */
  record Possible(CopySchema schema, Map<CopyTable, String> statements, boolean lastModified)
      implements CopySupport {}

  /** It must not be used here. */
  record Impossible(String why) implements CopySupport {}
}
