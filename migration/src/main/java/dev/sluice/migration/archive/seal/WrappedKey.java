package dev.sluice.migration.archive.seal;

import dev.sluice.migration.archive.format.JsonFields;
import dev.sluice.migration.archive.format.Lines;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A key of an archive, encrypted to each recipient.
 *
 * @param number from 1; a chunk names the key it needs by this number
 * @param recipients by fingerprint, in Base64
 */
public record WrappedKey(int number, Map<String, String> recipients) {
  public WrappedKey {
    recipients = Map.copyOf(recipients);
  }

  byte[] wrappedFor(String fingerprint) {
    return Base64.getDecoder().decode(recipients.getOrDefault(fingerprint, ""));
  }

  public ObjectNode json() {
    ObjectNode json = Lines.object().put("number", number);
    ArrayNode all = json.putArray("recipients");
    new TreeMap<>(recipients)
        .forEach((fingerprint, wrapped) ->
            all.addObject().put("fingerprint", fingerprint).put("wrapped", wrapped));
    return json;
  }

  public static WrappedKey in(JsonNode json) {
    return new WrappedKey(
        Math.toIntExact(JsonFields.number(json, "number")),
        json.path("recipients")
            .valueStream()
            .collect(
                Collectors.toMap(
                    each -> JsonFields.text(each, "fingerprint"),
                    each -> JsonFields.text(each, "wrapped"))));
  }
}
