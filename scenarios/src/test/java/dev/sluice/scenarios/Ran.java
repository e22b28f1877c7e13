package dev.sluice.scenarios;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one run of the program said, and how it ended. */
record Ran(int exitCode, String out, String err) {
  private static final JsonMapper JSON = new JsonMapper();

  JsonNode json() {
    return JSON.readTree(out);
  }
}
