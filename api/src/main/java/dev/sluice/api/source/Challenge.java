package dev.sluice.api.source;

import dev.sluice.api.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second factor that the source asks for after a right password, with all that is needed to
 * answer it.
 *
 * @param factor {@link SecondFactor#TOTP}, {@link SecondFactor#SMS}, {@link SecondFactor#EMAIL}, or
 *     {@link SecondFactor#CHOICE} where one has to be chosen first
 * @param login the name by which the source wants the answer
 * @param session what the source wants back; together with the code it signs the user in, and at
 *     Cognito it is valid for 3 minutes unless the app client says otherwise
 * @param destination where a code was sent, as the source shows it, such as {@code +*******1234}
 * @param choices the factors that can be chosen; empty unless there is a choice
 */
public record Challenge(
    SecondFactor factor,
    String login,
    Secret session,
    @Nullable String destination,
    List<SecondFactor> choices) {

  public Challenge {
    choices = List.copyOf(choices);
  }
}
