package dev.sluice.app.gateway.request;

import dev.sluice.api.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads request bodies. Its messages are its own, because the parser's quote what they read, and
 * that may be a password.
 */
public final class RequestBodies {
  /** The maximum size of a body in bytes. */
  static final int MOST_BYTES = 16 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .withCoercionConfig(
              LogicalType.Textual,
              texts -> {
                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .addModule(
              new SimpleModule("secrets").addDeserializer(Secret.class, new SecretDeserializer()))
          .build();

  private RequestBodies() {}

  /**
   * Reads the body of a request.
   *
   * @throws ResponseStatusException 400 or 413, with what is wrong and where
   */
  public static <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
    byte[] body = bytes(request);
    T read;
    try {
      read = MAPPER.readValue(body, type);
    } catch (JacksonException wrong) {
      throw malformed(whatIsWrong(wrong));
    } finally {
      Arrays.fill(body, (byte) 0);
    }
    if (read == null) {
      throw malformed("The body is null; it must be a JSON object.");
    }
    return read;
  }

  /**
   * Returns the body as it was sent.
   *
   * @throws ResponseStatusException 413
   */
  public static byte[] bytes(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ResponseStatusException(
          HttpStatus.CONTENT_TOO_LARGE, "The body has more than " + MOST_BYTES + " bytes.");
    }
    return body;
  }

  public static ResponseStatusException malformed(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }

  private static String whatIsWrong(JacksonException wrong) {
    String field =
        wrong.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .collect(Collectors.joining("."));
    String what =
        !(wrong instanceof DatabindException)
            ? "The body is not JSON"
            : field.isEmpty()
                ? "The body is not a JSON object"
                : "\"" + field + "\" has a value of the wrong type";
    TokenStreamLocation at = wrong.getLocation();
    return at == null
        ? what + "."
        : what + ": line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
  }
}
