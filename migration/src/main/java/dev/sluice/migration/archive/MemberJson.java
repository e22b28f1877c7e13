package dev.sluice.migration.archive;

import dev.sluice.api.user.UserId;
import dev.sluice.migration.archive.format.JsonFields;
import dev.sluice.migration.archive.format.Lines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A member of a group as one line of an archive. */
final class MemberJson {
  private MemberJson() {}

  static ObjectNode of(UserId member) {
    return Lines.object().put("id", member.value());
  }

  static UserId in(JsonNode line) {
    return new UserId(JsonFields.text(line, "id"));
  }
}
