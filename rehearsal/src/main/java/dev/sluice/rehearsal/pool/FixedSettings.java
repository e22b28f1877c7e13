package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.pool.call.Answer.JSON;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** Settings that do not depend on the options, from files beside this class. */
final class FixedSettings {
  private FixedSettings() {}

  static JsonNode read(String resource) {
    try (InputStream in = FixedSettings.class.getResourceAsStream(resource)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
