package dev.sluice.rehearsal.pool.call;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes one JSON object. */
@FunctionalInterface
public interface Answer {

  /** Reads and writes all JSON of the pool. */
  JsonMapper JSON = JsonMapper.shared();

  /** An empty object, which only says that the call was done. */
  Answer DONE = of(JSON.createObjectNode());

  void writeTo(JsonGenerator json);

  static Answer of(JsonNode node) {
    return json -> json.writeTree(node);
  }
}
