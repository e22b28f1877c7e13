package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.SameTexts;
import dev.sluice.keycloak.database.TextColumn;
import dev.sluice.keycloak.database.TextColumns;
import dev.sluice.keycloak.load.user.UserLookup.Found;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/**
 * Which of a batch's values are one to the database, though they differ. On most databases none
 * are.
 */
record BatchTexts(SameTexts ids, SameTexts usernames, SameTexts emails, SameTexts accounts) {

  /**
   * Lets the database compare the users' values with each other and with what was found.
   *
   * @param accounts the accounts at providers that users in the realm have
   */
  static BatchTexts of(
      KeycloakSession session,
      TextColumns columns,
      List<PlannedUser> users,
      List<Found> found,
      Collection<String> accounts) {
    return new BatchTexts(
        same(
            session,
            columns.column("USER_ENTITY.ID"),
            users.stream().map(PlannedUser::id),
            found.stream().map(Found::id)),
        same(
            session,
            columns.column("USER_ENTITY.USERNAME"),
            users.stream().map(LowerCase::username),
            found.stream().map(Found::username)),
        same(
            session,
            columns.column("USER_ENTITY.EMAIL"),
            users.stream().map(LowerCase::email).filter(Objects::nonNull),
            found.stream().map(Found::email).filter(Objects::nonNull)),
        same(
            session,
            columns.column("FEDERATED_IDENTITY.FEDERATED_USER_ID"),
            users.stream()
                .flatMap(user -> user.links().stream())
                .map(PlannedUser.Link::userId)
                .filter(Objects::nonNull),
            accounts.stream()));
  }

  private static SameTexts same(
      KeycloakSession session,
      Optional<TextColumn> column,
      Stream<String> wanted,
      Stream<String> found) {
    return SameTexts.among(session, column, Stream.concat(wanted, found).toList());
  }
}
