package dev.sluice.app.assess.text;

import com.google.errorprone.annotations.FormatMethod;
import dev.sluice.migration.assess.Sign;
import dev.sluice.migration.assess.estimate.Prices;
import dev.sluice.migration.assess.found.Obstacle;
import dev.sluice.migration.assess.found.SignInKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Names values for readers. */
public final class Words {
  private Words() {}

  @FormatMethod
  public static String of(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  public static String percent(long part, long whole) {
    return whole == 0 ? "0 %" : percent((double) part / whole);
  }

  /** Formats a share; never 0 % of something, nor 100 % of less than all. */
  public static String percent(double share) {
    if (share > 0 && share < 0.001) {
      return "< 0.1 %";
    }
    return share < 1 && share > 0.999 ? "> 99.9 %" : of("%.1f %%", share * 100);
  }

  public static String money(BigDecimal amount, String currency) {
    return of("%,.2f %s", amount, currency);
  }

  public static String prices(Prices prices) {
    return of("Prices of %s, from %s.", prices.asOf(), prices.source());
  }

  public static String time(Duration time) {
    if (time.toDays() > 0) {
      return of("%d d %d h", time.toDays(), time.toHoursPart());
    }
    if (time.toHours() > 0) {
      return of("%d h %02d min", time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? of("%d min %02d s", time.toMinutes(), time.toSecondsPart())
        : of("%d s", Math.max(1, time.toSeconds()));
  }

  public static String signIn(SignInKind kind) {
    return switch (kind.family()) {
      case PASSWORD -> "password";
      case LINKED -> "password, linked to " + kind.provider();
      case SOCIAL -> "through " + kind.provider();
      case SAML -> "through " + kind.provider() + " (SAML)";
      case OIDC -> "through " + kind.provider() + " (OIDC)";
      case UNKNOWN -> "through an unknown provider";
    };
  }

  public static String obstacle(Obstacle obstacle) {
    return switch (obstacle.reason()) {
      case NUL_CHARACTER -> "a NUL character in " + obstacle.field();
      case TOO_LONG -> obstacle.field() + " longer than the target allows";
      case UNREADABLE_IDENTITIES -> "unreadable identities";
      case ATTRIBUTES_COLLIDE -> "two attributes that map to one name with different values";
      case TAKEN_AT_TARGET -> "a username or address that a user at the target has";
      case REFUSED_BY_TARGET -> "refused by the target: " + obstacle.field();
      case USERNAME_TAKEN -> "a username that is another user's, in any case";
      case PERSON_UNCERTAIN -> "an account at a provider that others have too";
    };
  }

  /** Returns what to do about an obstacle. */
  public static String remedy(Obstacle obstacle) {
    return switch (obstacle.reason()) {
      case NUL_CHARACTER, TOO_LONG ->
          "change the value in the pool, or drop the attribute under mapping.attributes";
      case UNREADABLE_IDENTITIES -> "correct the attribute identities in the pool";
      case ATTRIBUTES_COLLIDE -> "change or drop one of them under mapping.attributes";
      case TAKEN_AT_TARGET ->
          "if both are one person, delete the user at the target; else change one of the two";
      case REFUSED_BY_TARGET -> "do as the target says, in the pool or at the target";
      case USERNAME_TAKEN ->
          "rename or delete one of the two in the pool; the one named second keeps the username";
      case PERSON_UNCERTAIN ->
          "unlink the account from all but one of them in the pool, or delete the others; sluice"
              + " bulk says of each what is wrong";
    };
  }

  public static String weight(Sign.Weight weight) {
    return switch (weight) {
      case MUCH -> "strong";
      case SOME -> "moderate";
      case LITTLE -> "weak";
    };
  }
}
