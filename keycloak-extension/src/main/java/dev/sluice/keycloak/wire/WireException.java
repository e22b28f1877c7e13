package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/**
 * Reports a message that violates the protocol; it names the position and never quotes the message,
 * which may hold a password.
 */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private WireException(String message) {
    super(message);
  }

  static WireException nothing() {
    return new WireException("Not the expected JSON: the body is empty");
  }

  static WireException at(JsonProcessingException problem) {
    JsonLocation place = problem.getLocation();
    String where =
        place == null
            ? ""
            : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    return new WireException("Not the expected JSON" + where + field(problem));
  }

  private static String field(JsonProcessingException problem) {
    return problem instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? ", in "
            + mapping.getPath().stream().map(WireException::step).collect(Collectors.joining("."))
        : "";
  }

  private static String step(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? String.valueOf(reference.getIndex())
        : reference.getFieldName();
  }
}
