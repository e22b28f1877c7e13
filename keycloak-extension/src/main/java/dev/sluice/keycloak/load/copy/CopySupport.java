package dev.sluice.keycloak.load.copy;

import java.util.Map;

/** The result of {@link CopyGuard}. */
public sealed interface CopySupport {
  /**
   * The tables are the known ones.
   *
   * @param schema the schema of the tables
   * @param statements the COPY statement of each table
   * @param lastModified whether users have a time of their last change, as they do since Keycloak
   *     26.6
   */
  record Possible(CopySchema schema, Map<CopyTable, String> statements, boolean lastModified)
      implements CopySupport {}

  /** COPY must not be used here. */
  record Impossible(String why) implements CopySupport {}
}
