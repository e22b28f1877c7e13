package dev.sluice.migration.archive;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.archive.format.JsonFields;
import dev.sluice.migration.archive.format.Lines;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user as one line of an archive: everything that was read, except the groups, which are files.
 */
final class UserJson {
  private UserJson() {}

  static ObjectNode of(UserRecord user) {
    ObjectNode line =
        Lines.object()
            .put("id", user.id().value())
            .put("username", user.username())
            .put("status", user.status().name())
            .put("enabled", user.enabled())
            .put("createdAt", user.createdAt().toString())
            .put("modifiedAt", user.modifiedAt().toString());
    ObjectNode attributes = line.putObject("attributes");
    new TreeMap<>(user.attributes()).forEach(attributes::put);
    ArrayNode identities = line.putArray("identities");
    user.identities().forEach(identity -> write(identity, identities.addObject()));
    return line;
  }

  private static void write(ExternalIdentity identity, ObjectNode to) {
    Instant linkedAt = identity.linkedAt();
    to.put("provider", identity.provider())
        .put("type", identity.type())
        .put("userId", identity.userId())
        .put("issuer", identity.issuer())
        .put("primary", identity.primary())
        .put("linkedAt", linkedAt == null ? null : linkedAt.toString());
  }

  static UserRecord in(JsonNode line) {
    return new UserRecord(
        new UserId(JsonFields.text(line, "id")),
        JsonFields.text(line, "username"),
        status(JsonFields.text(line, "status")),
        JsonFields.flag(line, "enabled"),
        attributes(line.path("attributes")),
        line.path("identities").valueStream().map(UserJson::identity).toList(),
        List.of(),
        JsonFields.moment(line, "createdAt"),
        JsonFields.moment(line, "modifiedAt"));
  }

  /** A later version may have more statuses. */
  private static SourceStatus status(String word) {
    return Arrays.stream(SourceStatus.values())
        .filter(status -> status.name().equals(word))
        .findFirst()
        .orElse(SourceStatus.UNKNOWN);
  }

  private static Map<String, String> attributes(JsonNode object) {
    return object
        .propertyStream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, each -> JsonFields.text(object, each.getKey())));
  }

  private static ExternalIdentity identity(JsonNode object) {
    return new ExternalIdentity(
        JsonFields.text(object, "provider"),
        JsonFields.text(object, "type"),
        JsonFields.text(object, "userId"),
        JsonFields.textOrNull(object, "issuer"),
        JsonFields.flag(object, "primary"),
        momentOrNull(JsonFields.textOrNull(object, "linkedAt")));
  }

  private static @Nullable Instant momentOrNull(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
