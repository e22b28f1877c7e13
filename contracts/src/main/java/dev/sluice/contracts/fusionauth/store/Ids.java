package dev.sluice.contracts.fusionauth.store;

import java.util.UUID;
import java.util.regex.Pattern;

/** The ids that FusionAuth accepts. */
public final class Ids {
  private static final Pattern WHOLE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  public static boolean isId(String text) {
    return WHOLE.matcher(text).matches();
  }

  public static String fresh() {
    return UUID.randomUUID().toString();
  }
}
