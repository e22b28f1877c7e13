package dev.sluice.targets.fusionauth.api;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Recognizes the ids that FusionAuth accepts. */
public final class Uuids {
  // UUID.fromString also accepts shortened ones, which would come back changed.
  static final Pattern WHOLE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  public static Optional<UUID> read(String text) {
    return WHOLE.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
