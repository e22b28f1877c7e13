package dev.sluice.keycloak.login.taken;

import dev.sluice.keycloak.login.ShownMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

/**
 * Refuses a new username or email that belongs to a user that has not moved yet, in Keycloak's own
 * words.
 */
public final class TakenLoginValidator implements SimpleValidator {
  static final String ID = "sluice-taken-login";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public ValidationContext validate(
      Object input, String attribute, ValidationContext context, ValidatorConfig config) {
    if (!(context instanceof UserProfileAttributeValidationContext profile)) {
      return context;
    }
    AttributeContext about = profile.getAttributeContext();
    RealmModel realm = context.getSession().getContext().getRealm();
    String login = first(input);
    if (login == null || isOwn(about.getUser(), attribute, login) || !isLogin(realm, attribute)) {
      return context;
    }
    Optional<String> objection =
        switch (TakenLogin.ask(context.getSession(), realm, login)) {
          case FREE -> Optional.empty();
          case TAKEN ->
              Optional.of(
                  attribute.equals(UserModel.EMAIL)
                      ? Messages.EMAIL_EXISTS
                      : Messages.USERNAME_EXISTS);
          case NOT_KNOWN -> Optional.of(ShownMessage.CHANGE_LATER);
        };
    objection.ifPresent(message -> context.addError(new ValidationError(ID, attribute, message)));
    return context;
  }

  private static @Nullable String first(Object input) {
    Object value = input instanceof List<?> list && !list.isEmpty() ? list.get(0) : input;
    return value instanceof String text && !text.isBlank() ? text.trim() : null;
  }

  /** Tells whether it is the user's already, or what the provider of a social login vouches for. */
  private static boolean isOwn(@Nullable UserModel user, String attribute, String login) {
    return user != null && login.equalsIgnoreCase(user.getFirstAttribute(attribute));
  }

  /** Tells whether the value will be a login: an address that users may share is none. */
  private static boolean isLogin(RealmModel realm, String attribute) {
    return attribute.equals(UserModel.EMAIL)
        ? !realm.isDuplicateEmailsAllowed()
        : !realm.isRegistrationEmailAsUsername();
  }
}
