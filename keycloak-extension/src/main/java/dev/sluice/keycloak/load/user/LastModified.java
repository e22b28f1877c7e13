package dev.sluice.keycloak.load.user;

import java.util.stream.Stream;
import org.keycloak.models.jpa.entities.UserEntity;

/** When a user was changed, which Keycloak keeps since 26.7 only. */
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
