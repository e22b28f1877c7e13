package dev.sluice.api.pool;

import org.jspecify.annotations.Nullable;

/**
 * An attribute that the pool's schema declares.
 *
 * @param name as users have it, such as {@code email} or {@code custom:plan}
 * @param type String, Number, DateTime or Boolean
 * @param mutable whether it can change after the user was created
 * @param developerOnly whether only an administrator may write it
 * @param min the least length of a String, or the least value of a Number, as the schema writes it
 * @param max the greatest length of a String, or the greatest value of a Number
 */
public record SchemaAttribute(
    String name,
    String type,
    boolean required,
    boolean mutable,
    boolean developerOnly,
    @Nullable String min,
    @Nullable String max) {

  /** Returns whether the owner of the pool has declared it. */
  public boolean custom() {
    return name.startsWith("custom:") || name.startsWith("dev:");
  }
}
