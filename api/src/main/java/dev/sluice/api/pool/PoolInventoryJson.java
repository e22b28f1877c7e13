package dev.sluice.api.pool;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pool's configuration as JSON: one object whose keys are the names of the records' components.
 * Unknown fields are ignored and a missing list is empty, so that a file of another version can be
 * read.
 */
public final class PoolInventoryJson {
  private static final JsonSetter.Value EMPTY_IF_MISSING =
      JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .withConfigOverride(List.class, o -> o.setNullHandling(EMPTY_IF_MISSING))
          .withConfigOverride(Map.class, o -> o.setNullHandling(EMPTY_IF_MISSING))
          .addModule(SecretJson.module())
          .build();

  private PoolInventoryJson() {}

  /**
   * Writes everything including secrets, for a file that is encrypted or kept as carefully as
   * secrets are.
   */
  public static JsonNode withSecrets(PoolInventory inventory) {
    return MAPPER.valueToTree(inventory);
  }

  /** Writes everything but secrets. */
  public static JsonNode withoutSecrets(PoolInventory inventory) {
    return MAPPER.valueToTree(inventory.withoutSecrets());
  }

  /**
   * Reads what one of the other methods has written, in this version or another.
   *
   * @throws IllegalArgumentException when it is no pool's configuration, saying what is wrong
   */
  public static PoolInventory read(JsonNode json) {
    PoolInventory read = parsed(json);
    MissingField.in(read)
        .ifPresent(path -> {
          throw new IllegalArgumentException(
              "This is not a pool's configuration: " + path + " is missing.");
        });
    return read;
  }

  private static PoolInventory parsed(JsonNode json) {
    try {
      return MAPPER.treeToValue(json, PoolInventory.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "This is not a pool's configuration: " + e.getOriginalMessage(), e);
    }
  }
}
