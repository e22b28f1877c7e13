package dev.sluice.app.gateway.request;

import dev.sluice.api.Secret;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Wraps a text in a secret as soon as it is read. */
final class SecretDeserializer extends StdDeserializer<Secret> {
  SecretDeserializer() {
    super(Secret.class);
  }

  @Override
  public Secret deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return context.reportInputMismatch(Secret.class, "not a text");
    }
    return new Secret(parser.getString());
  }
}
