package dev.sluice.migration.verify;

import org.jspecify.annotations.Nullable;

/**
 * A field in which a user at the target is not as it should be.
 *
 * @param moreTrusted whether the target trusts the user more than it should
 */
record FieldDifference(
    String field, @Nullable String wanted, @Nullable String found, boolean moreTrusted) {

  static FieldDifference of(String field, @Nullable String wanted, @Nullable String found) {
    return new FieldDifference(field, wanted, found, false);
  }
}
