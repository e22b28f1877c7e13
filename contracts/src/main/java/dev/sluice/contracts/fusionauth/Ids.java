package dev.sluice.contracts.fusionauth;

import java.util.UUID;
import java.util.regex.Pattern;

/** The ids that FusionAuth takes. */
final class Ids {
  private static final Pattern WHOLE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  static boolean isId(String text) {
    return WHOLE.matcher(text).matches();
  }

  static String fresh() {
    return UUID.randomUUID().toString();
  }
}
