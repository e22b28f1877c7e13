package dev.sluice.migration.archive;

import dev.sluice.migration.user.Group;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group as one line of an archive.
 *
 * @param file the name of the file with its members
 * @param members how many there are
 */
record ArchivedGroup(Group group, String file, long members) {

  ObjectNode json() {
    ObjectNode line =
        Lines.object()
            .put("name", group.name())
            .put("description", group.description())
            .put("precedence", group.precedence());
    line.putObject("members").put("file", file).put("count", members);
    return line;
  }

  static ArchivedGroup in(JsonNode line) {
    JsonNode precedence = line.path("precedence");
    return new ArchivedGroup(
        new Group(
            Fields.text(line, "name"),
            Fields.textOrNull(line, "description"),
            precedence.isInt() ? Integer.valueOf(precedence.intValue()) : null),
        Fields.text(line.path("members"), "file"),
        Fields.number(line.path("members"), "count"));
  }
}
