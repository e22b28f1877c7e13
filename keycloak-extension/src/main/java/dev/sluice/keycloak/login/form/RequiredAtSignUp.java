package dev.sluice.keycloak.login.form;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * The attributes that people must give when they sign up, and never after that. Keycloak itself
 * would demand them at each login, also of users who came from the user pool without them.
 */
final class RequiredAtSignUp {
  private static final String ANNOTATION = "sluice.sign-up";
  private static final String REQUIRED = "required";

  private RequiredAtSignUp() {}

  /** Returns a message for each attribute that the form lacks. */
  static List<FormMessage> missing(KeycloakSession session, MultivaluedMap<String, String> form) {
    return session
        .getProvider(UserProfileProvider.class)
        .getConfiguration()
        .getAttributes()
        .stream()
        .filter(RequiredAtSignUp::isRequired)
        .map(UPAttribute::getName)
        .filter(name -> isBlank(form.getFirst(name)))
        .map(name -> new FormMessage(name, "error-user-attribute-required", name))
        .toList();
  }

  private static boolean isRequired(UPAttribute attribute) {
    Map<String, Object> annotations = attribute.getAnnotations();
    return annotations != null && REQUIRED.equals(annotations.get(ANNOTATION));
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
