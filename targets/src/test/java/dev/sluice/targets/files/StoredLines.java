package dev.sluice.targets.files;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program that loads the file finds in it. */
record StoredLines(Path folder) {

  List<JsonNode> all() {
    try {
      return Files.readAllLines(folder.resolve("users.jsonl")).stream()
          .map(JsonMapper.shared()::readTree)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<PlannedUser> read(UserId id) {
    List<PlannedUser> found =
        all().stream()
            .filter(line -> line.path("id").asString("").equals(id.value()))
            .map(StoredLines::user)
            .toList();
    if (found.size() > 1) {
      throw new AssertionError(id + " is there " + found.size() + " times");
    }
    return found.stream().findFirst();
  }

  private static PlannedUser user(JsonNode line) {
    Map<String, List<String>> attributes = new HashMap<>();
    line.path("attributes").forEachEntry((name, values) -> attributes.put(name, texts(values)));
    return new PlannedUser(
        new UserId(line.path("id").asString("")),
        line.path("username").asString(""),
        line.path("enabled").asBoolean(),
        line.path("email").asString(null),
        line.path("emailVerified").asBoolean(),
        line.path("phoneNumber").asString(null),
        line.path("phoneNumberVerified").asBoolean(),
        line.path("givenName").asString(null),
        line.path("familyName").asString(null),
        attributes,
        texts(line.path("groups")),
        line.path("links").valueStream().map(StoredLines::account).toList(),
        FirstPassword.valueOf(line.path("password").asString("")),
        texts(line.path("obligations")).stream()
            .map(RequiredAction::valueOf)
            .collect(Collectors.toSet()),
        Instant.ofEpochMilli(line.path("createdAt").asLong()));
  }

  private static ExternalIdentity account(JsonNode link) {
    return new ExternalIdentity(
        link.path("provider").asString(""),
        "",
        link.path("userId").asString(""),
        null,
        false,
        null);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
