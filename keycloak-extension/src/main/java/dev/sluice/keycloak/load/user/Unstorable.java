package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.SameTexts;
import dev.sluice.keycloak.database.TextColumns;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Finds values that this realm's database cannot store, before it refuses them with the whole
 * batch: characters, and attributes of one user whose names are one to it.
 */
public final class Unstorable {
  /** Up to this length, Keycloak stores an attribute's value in a column of its own. */
  private static final int SHORT_VALUE = 255;

  private final TextColumns columns;
  private final SameTexts attributeNames;

  private Unstorable(TextColumns columns, SameTexts attributeNames) {
    this.columns = columns;
    this.attributeNames = attributeNames;
  }

  /** Prepares for these users. */
  public static Unstorable among(
      KeycloakSession session, TextColumns columns, List<PlannedUser> users) {
    Set<String> names =
        users.stream()
            .flatMap(user -> UserAttributes.of(user).keySet().stream())
            .filter(name -> columns.problem("USER_ATTRIBUTE.NAME", "", name).isEmpty())
            .collect(Collectors.toSet());
    return new Unstorable(
        columns, SameTexts.among(session, columns.column("USER_ATTRIBUTE.NAME"), names));
  }

  /** Returns the problem, which names the field; empty if all of the user can be stored. */
  public Optional<String> problem(PlannedUser user) {
    return Stream.of(
            field("USER_ENTITY.ID", "id", user.id()),
            field("USER_ENTITY.USERNAME", "username", LowerCase.username(user)),
            field("USER_ENTITY.EMAIL", "email", LowerCase.email(user)),
            // An email is a login, which Keycloak looks for among usernames.
            field("USER_ENTITY.USERNAME", "email", LowerCase.email(user)),
            field("USER_ENTITY.FIRST_NAME", "given name", user.givenName()),
            field("USER_ENTITY.LAST_NAME", "family name", user.familyName()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> ofAttributes(UserAttributes.of(user)))
        .or(() -> user.links().stream().flatMap(this::ofLink).findFirst());
  }

  private Optional<String> ofAttributes(Map<String, List<String>> attributes) {
    Optional<String> foreign =
        attributes.entrySet().stream()
            .flatMap(attribute -> ofAttribute(attribute.getKey(), attribute.getValue()))
            .findFirst();
    return foreign.or(() -> {
      var names = attributeNames.alike(attributes.keySet());
      return names.stream()
          .findFirst()
          .map(alike ->
              ("the attributes %s have one name to this database: rename or drop all but one of"
                      + " them under mapping.attributes")
                  .formatted(String.join(" and ", alike)));
    });
  }

  private Stream<String> ofAttribute(String name, List<String> values) {
    Stream<Optional<String>> all =
        Stream.concat(
            Stream.of(field("USER_ATTRIBUTE.NAME", "name of the attribute " + name, name)),
            values.stream()
                .filter(Objects::nonNull)
                .map(value ->
                    field(
                        value.length() > SHORT_VALUE
                            ? "USER_ATTRIBUTE.LONG_VALUE"
                            : "USER_ATTRIBUTE.VALUE",
                        "attribute " + name,
                        value)));
    return all.flatMap(Optional::stream);
  }

  private Stream<String> ofLink(PlannedUser.Link link) {
    String whose = "account at " + link.provider();
    return Stream.of(
            field("FEDERATED_IDENTITY.IDENTITY_PROVIDER", "name of a provider", link.provider()),
            field("FEDERATED_IDENTITY.FEDERATED_USER_ID", "id of the " + whose, link.userId()),
            field("FEDERATED_IDENTITY.FEDERATED_USERNAME", "name of the " + whose, link.userName()))
        .flatMap(Optional::stream);
  }

  private Optional<String> field(String column, String field, @Nullable String text) {
    return text == null ? Optional.empty() : columns.problem(column, field, text);
  }
}
