package dev.sluice.keycloak.load.user;

import java.util.stream.Stream;
import org.keycloak.models.jpa.entities.UserEntity;

/** Sets when a user was changed, which Keycloak stores only since 26.7. */
final class LastModified {
  private static final boolean IS_KEPT =
      Stream.of(UserEntity.class.getMethods())
          .anyMatch(method -> method.getName().equals("setLastModifiedTimestamp"));

  private LastModified() {}

  static void isNow(UserEntity user) {
    if (IS_KEPT) {
      user.setLastModifiedTimestamp(System.currentTimeMillis());
    }
  }
}
