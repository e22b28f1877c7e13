package dev.sluice.api.pool.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users type to sign in.
 *
 * @param usernameAttributes email, phone_number: these are the login, and the username is a
 *     generated id; empty where people have usernames
 * @param aliasAttributes email, phone_number, preferred_username: a login besides the username,
 *     once verified
 * @param caseSensitive whether two usernames may differ by case alone
 * @param firstFactors PASSWORD, EMAIL_OTP, SMS_OTP, WEB_AUTHN: what {@code USER_AUTH} may begin
 *     with
 * @param webAuthnRelyingParty the domain that passkeys are bound to, where passkeys are set up
 * @param webAuthnUserVerification required or preferred, where known
 */
public record SignInSettings(
    List<String> usernameAttributes,
    List<String> aliasAttributes,
    boolean caseSensitive,
    List<String> firstFactors,
    @Nullable String webAuthnRelyingParty,
    @Nullable String webAuthnUserVerification) {
  public SignInSettings {
    usernameAttributes = List.copyOf(usernameAttributes);
    aliasAttributes = List.copyOf(aliasAttributes);
    firstFactors = List.copyOf(firstFactors);
  }
}
