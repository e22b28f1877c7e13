package dev.sluice.migration.archive.manifest;

import dev.sluice.api.user.Group;
import dev.sluice.migration.archive.format.JsonFields;
import dev.sluice.migration.archive.format.Lines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group as one line of an archive.
 *
 * @param file the name of the file with its members
 * @param members how many there are
 */
public record ArchivedGroup(Group group, String file, long members) {

  public ObjectNode json() {
    ObjectNode line =
        Lines.object()
            .put("name", group.name())
            .put("description", group.description())
            .put("precedence", group.precedence());
    line.putObject("members").put("file", file).put("count", members);
    return line;
  }

  public static ArchivedGroup in(JsonNode line) {
    JsonNode precedence = line.path("precedence");
    return new ArchivedGroup(
        new Group(
            JsonFields.text(line, "name"),
            JsonFields.textOrNull(line, "description"),
            precedence.isInt() ? Integer.valueOf(precedence.intValue()) : null),
        JsonFields.text(line.path("members"), "file"),
        JsonFields.number(line.path("members"), "count"));
  }
}
