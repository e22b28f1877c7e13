package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a made-up user's attributes, kind by kind. */
final class Profile {

  private static final String[] LOCALES = {"en", "en-GB", "de", "fr-CA", "pt-BR", "ja", "tr"};
  private static final String[] PLANS = {"free", "basic", "pro", "enterprise"};

  private final Draw draw;
  private final UserKind kind;
  private final SignInBy signInBy;
  private final Map<String, String> attributes = LinkedHashMap.newLinkedHashMap(16);

  Profile(Draw draw, UserKind kind, SignInBy signInBy, String sub) {
    this.draw = draw;
    this.kind = kind;
    this.signInBy = signInBy;
    attributes.put("sub", sub);
  }

  /** Adds email and phone as the kind has them. */
  Profile reachableAt(String email, String phone) {
    boolean phoneToo =
        kind == UserKind.PHONE_ONLY || kind == UserKind.MFA_SMS || signInBy == SignInBy.PHONE;
    if (kind != UserKind.PHONE_ONLY && kind != UserKind.NO_EMAIL) {
      attributes.put("email", email);
      attributes.put("email_verified", String.valueOf(isEmailVerified()));
      phoneToo |= kind == UserKind.MFA_SEVERAL || draw.below(10, Topic.HAS_PHONE) < 7;
    }
    if (phoneToo && !kind.isFederated()) {
      attributes.put("phone_number", phone);
      attributes.put(
          "phone_number_verified", String.valueOf(draw.below(10, Topic.HAS_PHONE) % 3 != 1));
    }
    if (kind == UserKind.PHONE_ONLY || kind == UserKind.MFA_SMS || kind == UserKind.MFA_SEVERAL) {
      attributes.put("phone_number_verified", "true");
    }
    if (kind == UserKind.UNCONFIRMED && signInBy == SignInBy.PHONE) {
      attributes.put("phone_number_verified", "false");
    }
    return this;
  }

  private boolean isEmailVerified() {
    return switch (kind) {
      case UNCONFIRMED, UNVERIFIED_EMAIL, DUPLICATE_EMAIL_OTHER -> false;
      case FEDERATED_SAML, FEDERATED_OIDC -> false;
      default -> true;
    };
  }

  Profile named(Names names) {
    attributes.put("name", names.full());
    attributes.put("given_name", names.given());
    attributes.put("family_name", names.family());
    return this;
  }

  Profile withIdentities(String identities) {
    attributes.put("identities", identities);
    return this;
  }

  /** Adds what every native user has, then overwrites some of it with hostile values. */
  Map<String, String> finished() {
    if (!kind.isFederated()) {
      attributes.put("locale", draw.oneOf(LOCALES, Topic.LOCALE));
      attributes.put("custom:plan", draw.oneOf(PLANS, Topic.PLAN));
      attributes.put("custom:customer_id", "C-" + (1_000_000 + draw.index()));
      attributes.put("custom:score", String.valueOf(draw.below(1000, Topic.SCORE)));
    }
    if (kind == UserKind.HOSTILE_VALUES) {
      attributes.put("given_name", HostileValues.pick(draw, 0));
      attributes.put("nickname", HostileValues.pick(draw, 1));
      attributes.put("address", HostileValues.pick(draw, 2));
      attributes.put("custom:note", HostileValues.pick(draw, 3));
    }
    return attributes;
  }
}
