package dev.sluice.contracts.fusionauth.store;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user.
 *
 * @param json as the API gives it
 * @param password as it was set; a fake needs no hash
 * @param connector the Connector that proves the password; null where none has yet
 */
public record Person(ObjectNode json, @Nullable String password, @Nullable String connector) {
  private static final String[] NEVER_TOLD = {
    "password", "salt", "encryptionScheme", "factor", "skipVerification"
  };

  public String id() {
    return text("id");
  }

  public String tenant() {
    return text("tenantId");
  }

  public String text(String field) {
    return json.path(field).asString("");
  }

  public boolean isActive() {
    return json.path("active").asBoolean(false);
  }

  /** Returns every text that the user can log in with, in lower case. */
  public Stream<String> logins() {
    return Stream.of("email", "username", "phoneNumber")
        .map(this::text)
        .filter(login -> !login.isEmpty())
        .map(login -> login.toLowerCase(Locale.ROOT));
  }

  public boolean isRegisteredFor(String application) {
    return registration(application).isPresent();
  }

  public Optional<ObjectNode> registration(String application) {
    return json.path("registrations")
        .valueStream()
        .filter(each -> each.path("applicationId").asString("").equalsIgnoreCase(application))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  /** Returns the user as a caller may see it. */
  public ObjectNode shown() {
    ObjectNode shown = json.deepCopy();
    for (String secret : NEVER_TOLD) {
      shown.remove(secret);
    }
    return shown;
  }

  public Person with(ObjectNode changed) {
    return new Person(changed, password, connector);
  }

  /** Returns the user with a password of its own, which FusionAuth proves itself from now on. */
  public Person withPassword(String fresh, String provedBy) {
    ObjectNode changed = json.deepCopy();
    changed.put("passwordLastUpdateInstant", System.currentTimeMillis());
    changed.put("passwordChangeRequired", false);
    changed.remove("passwordChangeReason");
    return new Person(changed, fresh, provedBy);
  }
}
