package dev.sluice.keycloak.load;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to write users, the fastest first. */
public enum WriterKind {
  /** {@link dev.sluice.keycloak.load.copy.CopyWriter CopyWriter}. */
  COPY,
  /** {@link dev.sluice.keycloak.load.user.EntityWriter EntityWriter}. */
  ENTITIES,
  /** {@link dev.sluice.keycloak.load.user.ModelWriter ModelWriter}. */
  MODEL;

  /** As it is called in options and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WriterKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The slower of the two. */
  WriterKind orSlower(WriterKind other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** What is used when this one cannot be. */
  Optional<WriterKind> nextSlower() {
    return Stream.of(values()).filter(kind -> kind.compareTo(this) > 0).findFirst();
  }
}
