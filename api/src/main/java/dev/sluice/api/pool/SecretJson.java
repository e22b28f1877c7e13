package dev.sluice.api.pool;

import dev.sluice.api.Secret;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Secrets as plain texts; code that writes them has decided that the file may hold them. */
final class SecretJson {
  private SecretJson() {}

  static JacksonModule module() {
    return new SimpleModule()
        .addSerializer(new Writer())
        .addDeserializer(Secret.class, new Reader());
  }

  private static final class Writer extends StdSerializer<Secret> {
    Writer() {
      super(Secret.class);
    }

    @Override
    public void serialize(Secret secret, JsonGenerator out, SerializationContext context) {
      out.writeString(secret.reveal());
    }
  }

  private static final class Reader extends StdDeserializer<Secret> {
    Reader() {
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
}
