package dev.sluice.api.pool.signin;

import java.util.List;

/**
 * How people come into the pool, and what is verified.
 *
 * @param selfSignUp whether people may create an account themselves
 * @param autoVerifiedAttributes email, phone_number: what a code is sent to at sign-up
 * @param verifiedBeforeUpdate what keeps its old value until the new one is verified
 */
public record SignUpSettings(
    boolean selfSignUp, List<String> autoVerifiedAttributes, List<String> verifiedBeforeUpdate) {
  public SignUpSettings {
    autoVerifiedAttributes = List.copyOf(autoVerifiedAttributes);
    verifiedBeforeUpdate = List.copyOf(verifiedBeforeUpdate);
  }
}
