package dev.sluice.keycloak.load;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The writers of users, the fastest first. */
public enum WriterKind {
  /** {@link dev.sluice.keycloak.load.copy.CopyWriter CopyWriter}. */
  COPY,
  /** {@link dev.sluice.keycloak.load.user.EntityWriter EntityWriter}. */
  ENTITIES,
  /** {@link dev.sluice.keycloak.load.user.ModelWriter ModelWriter}. */
  MODEL;

  /** Returns its name in options and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WriterKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Returns the slower of the two. */
  WriterKind orSlower(WriterKind other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** Returns the writer to use if this one cannot be used. */
  Optional<WriterKind> nextSlower() {
    return Stream.of(values()).filter(kind -> kind.compareTo(this) > 0).findFirst();
  }
}
