package dev.sluice.rehearsal.pool.user;

import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MfaKind;
import dev.sluice.rehearsal.user.SignInBy;
import dev.sluice.rehearsal.user.UserKind;
import dev.sluice.rehearsal.user.UserStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** AdminCreateUser's part in the directory. */
final class NewUsers {

  /** The password of a user who is created without one. */
  static final String TEMPORARY_PASSWORD = "Temporary-Rehearsal-1!";

  private static final int LONGEST_VALUE = 2048;
  private static final Set<String> READ_ONLY = Set.of("sub", "identities");

  private final Directory directory;
  private final InstantSource clock;

  NewUsers(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  MadeUser create(Call call, String password, Instant expires) {
    String name = call.text("Username");
    Map<String, String> given = new LinkedHashMap<>(call.attributes("UserAttributes"));
    requireAllowed(given);
    if (!directory.signInBy().hasUsernames()) {
      given.putIfAbsent(loginAttribute(directory.signInBy(), name), name);
    }
    if (directory.resolve(name).isPresent()) {
      throw CognitoError.of("UsernameExistsException", "User account already exists");
    }
    return directory.add(index -> user(index, name, password, expires, given));
  }

  private MadeUser user(
      long index, String name, String password, Instant expires, Map<String, String> given) {
    String sub = directory.made().subs().sub(index);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("sub", sub);
    attributes.putAll(given);
    Instant now = clock.instant();
    return new MadeUser(
        index,
        UserKind.ORDINARY,
        directory.signInBy(),
        directory.signInBy().hasUsernames() ? name : sub,
        password,
        expires,
        UserStatus.FORCE_CHANGE_PASSWORD,
        true,
        MfaKind.NONE,
        Collections.unmodifiableMap(attributes),
        List.of(),
        List.of(),
        now,
        now);
  }

  private static String loginAttribute(SignInBy signInBy, String name) {
    if (signInBy.takesPhone() && name.startsWith("+")) {
      return "phone_number";
    }
    if (signInBy.takesEmail() && name.contains("@")) {
      return "email";
    }
    throw CognitoError.invalidParameter(
        switch (signInBy) {
          case EMAIL -> "Username should be an email.";
          case PHONE -> "Username should be a phone number.";
          default -> "Username should be either an email or a phone number.";
        });
  }

  static void requireAllowed(Map<String, String> attributes) {
    attributes.forEach((name, value) -> {
      if (READ_ONLY.contains(name)) {
        throw CognitoError.invalidParameter("user." + name + ": Attribute cannot be updated.");
      }
      if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE) {
        throw CognitoError.invalidParameter("user." + name + ": Attribute value is too long.");
      }
    });
  }
}
