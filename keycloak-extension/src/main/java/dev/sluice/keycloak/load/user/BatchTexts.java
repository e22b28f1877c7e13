package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.SameTexts;
import dev.sluice.keycloak.database.TextColumns;
import dev.sluice.keycloak.load.user.UserLookup.Found;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
    // A username may be another user's email, and both are logins.
    List<String> logins =
        Stream.of(
                users.stream().map(LowerCase::username),
                users.stream().map(LowerCase::email),
                found.stream().map(Found::username),
                found.stream().map(Found::email))
            .flatMap(each -> each)
            .filter(Objects::nonNull)
            .toList();
    return new BatchTexts(
        SameTexts.among(
            session,
            columns.column("USER_ENTITY.ID"),
            Stream.concat(users.stream().map(PlannedUser::id), found.stream().map(Found::id))
                .toList()),
        SameTexts.among(session, columns.column("USER_ENTITY.USERNAME"), logins),
        SameTexts.among(session, columns.column("USER_ENTITY.EMAIL"), logins),
        SameTexts.among(
            session,
            columns.column("FEDERATED_IDENTITY.FEDERATED_USER_ID"),
            Stream.concat(
                    users.stream()
                        .flatMap(user -> user.links().stream())
                        .map(PlannedUser.Link::userId)
                        .filter(Objects::nonNull),
                    accounts.stream())
                .toList()));
  }
}
