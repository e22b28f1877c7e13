package dev.sluice.targets.keycloak.api;

import dev.sluice.api.target.TargetException;
import dev.sluice.targets.http.Answer;
import java.util.Optional;

/**
 * Names that Keycloak takes for one because its database does: on MariaDB and MySQL often those
 * that differ by case, accents or blanks at their end.
 */
public final class NameClash {
  private NameClash() {}

  /**
   * Accepts that an object was created in between, and nothing else.
   *
   * @param answer Keycloak's answer to its creation
   * @param title what was created, such as {@code group /admins}
   * @param there the object of exactly this name, if Keycloak has one
   * @throws TargetException if Keycloak says that the name is taken, but not by this name
   */
  public static void expectCreated(Answer answer, String title, Optional<?> there) {
    if (!answer.conflict()) {
      answer.expectOk();
    } else if (there.isEmpty()) {
      throw new TargetException(
          answer.refusal()
              + ". Keycloak has no "
              + title
              + ", so its database takes another name for this one. Rename one of the two.");
    }
  }
}
