package dev.sluice.migration.segment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.api.ledger.LoginKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file of logins, and notes lines that are no logins. */
final class LoginLines {
  private static final int MOST_LOGINS = 1_000_000;
  private static final long MOST_BYTES = 64 << 20;

  /** The longest value of an attribute (Cognito developer guide, quotas). */
  private static final int LONGEST = 2048;

  private static final int MOST_TOLD = 10;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final List<String> problems = new ArrayList<>();
  private final LongStream.Builder keys = LongStream.builder();
  private int logins;
  private int wrong;

  LoginLines(String name) {
    this.name = name;
  }

  /** Returns the keys of all logins, sorted, each once. */
  long[] read(Path file) {
    // Bytes one by one, so that a line that is not UTF-8 is known by its number.
    try (BufferedReader lines = Files.newBufferedReader(file, ISO_8859_1)) {
      if (Files.size(file) > MOST_BYTES) {
        throw problem("is larger than 64 MiB");
      }
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        take(number, line);
      }
    } catch (NoSuchFileException missing) {
      throw problem("is not there; expected a file at " + file.toAbsolutePath());
    } catch (IOException unreadable) {
      throw problem("cannot be read: " + unreadable.getMessage());
    }
    refuseWrongLines();
    return keys.build().sorted().distinct().toArray();
  }

  private void take(int number, String bytes) {
    String text = decoded(bytes);
    if (text == null) {
      wrong(number, "is not UTF-8");
      return;
    }
    String login = (number == 1 ? withoutMark(text) : text).strip();
    if (login.isEmpty() || login.startsWith("#")) {
      return;
    }
    if (++logins > MOST_LOGINS) {
      throw problem(String.format(Locale.ROOT, "has more than %,d logins", MOST_LOGINS));
    }
    String objection = objection(login);
    if (objection == null) {
      keys.add(LoginKey.of(login));
    } else {
      wrong(number, objection);
    }
  }

  private static @Nullable String decoded(String bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static @Nullable String objection(String login) {
    if (login.length() > LONGEST) {
      return "is longer than " + LONGEST + " characters";
    }
    if (login.codePoints().anyMatch(Character::isISOControl)) {
      return "contains a control character";
    }
    return login.codePoints().anyMatch(Character::isWhitespace)
        ? "contains a space; expected one login a line"
        : null;
  }

  private void wrong(int number, String why) {
    wrong++;
    if (problems.size() < MOST_TOLD) {
      problems.add("line " + number + " " + why);
    }
  }

  private void refuseWrongLines() {
    if (wrong > 0) {
      String more = wrong > MOST_TOLD ? "; and " + (wrong - MOST_TOLD) + " more" : "";
      throw problem("has lines that are not logins: " + String.join("; ", problems) + more);
    }
  }

  private LoginListException problem(String what) {
    return new LoginListException(name + " " + what);
  }
}
