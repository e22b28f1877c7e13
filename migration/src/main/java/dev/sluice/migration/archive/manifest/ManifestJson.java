package dev.sluice.migration.archive.manifest;

import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.migration.archive.format.ArchivedFile;
import dev.sluice.migration.archive.format.ArchivedFile.Kind;
import dev.sluice.migration.archive.format.JsonFields;
import dev.sluice.migration.archive.format.Lines;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The manifest as JSON. */
final class ManifestJson {
  private ManifestJson() {}

  static ObjectNode of(Manifest manifest) {
    ObjectNode json =
        Lines.object()
            .put("format", Manifest.FORMAT)
            .put("version", Manifest.VERSION)
            .put("id", manifest.id())
            .put("begun", manifest.begun().toString())
            .put("finished", manifest.finished().toString())
            .put("writtenBy", manifest.writtenBy());
    json.set("pool", pool(manifest.pool()));
    json.put("users", manifest.records(Kind.USERS));
    json.put("groups", manifest.records(Kind.GROUPS));
    json.put("memberships", manifest.records(Kind.MEMBERS));
    ArrayNode files = json.putArray("files");
    manifest.files().forEach(file -> write(file, files.addObject()));
    return json;
  }

  private static ObjectNode pool(PoolDescription pool) {
    ObjectNode json =
        Lines.object()
            .put("id", pool.id())
            .put("name", pool.name())
            .put("estimatedUsers", pool.estimatedUsers())
            .put("loginWithEmail", pool.logins().withEmail())
            .put("loginWithPhoneNumber", pool.logins().withPhoneNumber())
            .put("caseSensitive", pool.logins().caseSensitive());
    pool.logins().instead().stream().sorted().forEach(json.putArray("usernameAttributes")::add);
    pool.logins().besides().stream().sorted().forEach(json.putArray("aliasAttributes")::add);
    ArrayNode attributes = json.putArray("attributes");
    pool.attributeNames().forEach(attributes::add);
    return json;
  }

  private static void write(ArchivedFile file, ObjectNode to) {
    to.put("name", file.name())
        .put("kind", word(file.kind()))
        .put("records", file.records())
        .put("chunks", file.chunks())
        .put("bytes", file.bytes())
        .put("sha256", file.sha256());
  }

  /**
   * @throws IllegalArgumentException when this is no manifest that Sluice wrote
   */
  static Manifest in(JsonNode json) {
    return new Manifest(
        JsonFields.text(json, "id"),
        poolIn(json.path("pool")),
        JsonFields.moment(json, "begun"),
        JsonFields.moment(json, "finished"),
        JsonFields.text(json, "writtenBy"),
        json.path("files").valueStream().map(ManifestJson::file).toList());
  }

  private static PoolDescription poolIn(JsonNode pool) {
    List<String> attributes =
        pool.path("attributes").valueStream().map(JsonNode::stringValue).toList();
    return new PoolDescription(
        JsonFields.text(pool, "id"),
        JsonFields.text(pool, "name"),
        JsonFields.number(pool, "estimatedUsers"),
        attributes,
        loginsIn(pool));
  }

  /** Reads also an archive that does not tell usernames from aliases: every user has both then. */
  private static PoolLogins loginsIn(JsonNode pool) {
    boolean caseSensitive = JsonFields.flag(pool, "caseSensitive");
    if (pool.has("usernameAttributes")) {
      return new PoolLogins(
          words(pool.path("usernameAttributes")),
          words(pool.path("aliasAttributes")),
          caseSensitive);
    }
    Set<String> either = new HashSet<>();
    if (JsonFields.flag(pool, "loginWithEmail")) {
      either.add("email");
    }
    if (JsonFields.flag(pool, "loginWithPhoneNumber")) {
      either.add("phone_number");
    }
    return new PoolLogins(either, either, caseSensitive);
  }

  private static Set<String> words(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
  }

  private static ArchivedFile file(JsonNode file) {
    String name = JsonFields.text(file, "name");
    if (!name.matches("[a-z0-9-]+(\\.[a-z0-9]+)+")) {
      throw new IllegalArgumentException("it names a file \"" + name + "\".");
    }
    return new ArchivedFile(
        name,
        kind(JsonFields.text(file, "kind")),
        JsonFields.number(file, "records"),
        JsonFields.number(file, "chunks"),
        JsonFields.number(file, "bytes"),
        JsonFields.text(file, "sha256"));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("\"kind\" is \"" + word + "\"."));
  }
}
