package dev.sluice.keycloak.login.form;

import dev.sluice.keycloak.login.ShownMessage;
import dev.sluice.keycloak.login.taken.TakenLogin;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.Attributes;

/**
 * Keycloak's sign-up, except with a login of a user that has not moved yet: that would create a
 * second account of the same person, or an impostor's.
 */
public final class SignUp extends RegistrationUserCreation {
  /** The id in flows. */
  public static final String ID = "sluice-registration-user-creation";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Registration User Profile Creation, moving users with Sluice";
  }

  @Override
  public String getHelpText() {
    return "This action must always be first! Validates and creates the user, unless the username"
        + " or email belongs to a user who has not moved here yet";
  }

  @Override
  public void validate(ValidationContext context) {
    Optional<Objection> objection = objection(context);
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    List<FormMessage> missing = RequiredAtSignUp.missing(context.getSession(), form);
    if (objection.isEmpty() && missing.isEmpty()) {
      super.validate(context);
      return;
    }
    if (objection.isEmpty()) {
      context.error(Errors.INVALID_REGISTRATION);
      context.validationError(form, missing);
      return;
    }
    context.error(objection.get().event());
    context.validationError(form, List.of(objection.get().message()));
  }

  /** The texts for the event and the user, Keycloak's own if it has some. */
  private record Objection(String event, FormMessage message) {
    static final Objection EMAIL =
        new Objection(Errors.EMAIL_IN_USE, new FormMessage(UserModel.EMAIL, Messages.EMAIL_EXISTS));
    static final Objection USERNAME =
        new Objection(
            Errors.USERNAME_IN_USE, new FormMessage(UserModel.USERNAME, Messages.USERNAME_EXISTS));
    static final Objection LATER =
        new Objection("sluice_no_verdict", new FormMessage(ShownMessage.SIGN_UP_LATER));
  }

  private Optional<Objection> objection(ValidationContext context) {
    Attributes typed =
        getOrCreateUserProfile(context, context.getHttpRequest().getDecodedFormParameters())
            .getAttributes();
    if (!context.getRealm().isRegistrationEmailAsUsername()) {
      String username = typed.getFirst(UserModel.USERNAME);
      Optional<Objection> found = against(context, username, Objection.USERNAME);
      if (found.isPresent()) {
        return found;
      }
    }
    // If users may share an address, it is not a login.
    return context.getRealm().isDuplicateEmailsAllowed()
        ? Optional.empty()
        : against(context, typed.getFirst(UserModel.EMAIL), Objection.EMAIL);
  }

  private static Optional<Objection> against(
      ValidationContext context, @Nullable String login, Objection taken) {
    return switch (TakenLogin.ask(context.getSession(), context.getRealm(), login)) {
      case FREE -> Optional.empty();
      case TAKEN -> Optional.of(taken);
      case NOT_KNOWN -> Optional.of(Objection.LATER);
    };
  }
}
