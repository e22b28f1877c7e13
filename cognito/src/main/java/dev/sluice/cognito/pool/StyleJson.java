package dev.sluice.cognito.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;
import tools.jackson.databind.json.JsonMapper;

/** Turns a document of the SDK into the JSON that it came from. */
final class StyleJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private StyleJson() {}

  static @Nullable String of(@Nullable Document document) {
    return document == null || document.isNull() ? null : JSON.writeValueAsString(plain(document));
  }

  /** Replaces the SDK's own {@code unwrap}, which would turn numbers into texts. */
  private static @Nullable Object plain(Document document) {
    if (document.isMap()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      document.asMap().forEach((key, value) -> map.put(key, plain(value)));
      return map;
    }
    if (document.isList()) {
      List<@Nullable Object> list = new ArrayList<>();
      document.asList().forEach(value -> list.add(plain(value)));
      return list;
    }
    return document.isNumber() ? document.asNumber().bigDecimalValue() : document.unwrap();
  }
}
