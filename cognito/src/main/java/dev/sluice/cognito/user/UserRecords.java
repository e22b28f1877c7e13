package dev.sluice.cognito.user;

import dev.sluice.api.source.SourceException;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Turns users of the SDK into Sluice's own records. */
public final class UserRecords {
  private static final String SUB = "sub";

  private UserRecords() {}

  public static UserRecord of(UserType user) {
    return record(
        user.username(),
        user.userStatus(),
        user.enabled(),
        user.attributes(),
        user.userCreateDate(),
        user.userLastModifiedDate());
  }

  static UserRecord of(AdminGetUserResponse user) {
    return record(
        user.username(),
        user.userStatus(),
        user.enabled(),
        user.userAttributes(),
        user.userCreateDate(),
        user.userLastModifiedDate());
  }

  public static UserId idOf(UserType user) {
    return idIn(byName(user.attributes()), user.username());
  }

  private static UserRecord record(
      String username,
      @Nullable UserStatusType status,
      @Nullable Boolean enabled,
      List<AttributeType> given,
      @Nullable Instant created,
      @Nullable Instant modified) {
    Map<String, String> attributes = byName(given);
    UserId id = idIn(attributes, username);
    attributes.remove(SUB);
    Instant createdAt = Objects.requireNonNullElse(created, Instant.EPOCH);
    return new UserRecord(
        id,
        username,
        status(status),
        Boolean.TRUE.equals(enabled),
        attributes,
        identitiesTakenFrom(attributes),
        List.of(),
        createdAt,
        Objects.requireNonNullElse(modified, createdAt));
  }

  private static Map<String, String> byName(List<AttributeType> given) {
    Map<String, String> attributes = new HashMap<>();
    for (AttributeType attribute : given) {
      if (attribute.value() != null) {
        attributes.put(attribute.name(), attribute.value());
      }
    }
    return attributes;
  }

  private static UserId idIn(Map<String, String> attributes, String username) {
    String sub = attributes.get(SUB);
    if (sub == null || sub.isBlank()) {
      throw new SourceException(
          "The user \"" + username + "\" came without a sub, which every user of a pool has.");
    }
    return new UserId(sub);
  }

  private static SourceStatus status(@Nullable UserStatusType status) {
    if (status == null || status == UserStatusType.UNKNOWN_TO_SDK_VERSION) {
      return SourceStatus.UNKNOWN;
    }
    return SourceStatus.valueOf(status.name());
  }

  private static List<ExternalIdentity> identitiesTakenFrom(Map<String, String> attributes) {
    String json = attributes.get(Identities.ATTRIBUTE);
    if (json == null) {
      return List.of();
    }
    Identities.Found found = Identities.in(json);
    if (found.whole()) {
      attributes.remove(Identities.ATTRIBUTE);
    }
    return found.identities();
  }
}
