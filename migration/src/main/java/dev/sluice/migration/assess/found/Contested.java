package dev.sluice.migration.assess.found;

/**
 * Users whose login, or person, is that of another, and who are not rejected for it.
 *
 * @param withoutAddress users who would come without their email address, which is the login of
 *     another; none where people do not log in to the pool by email
 * @param merged profiles whose person has another one, which would come in their place
 * @param addressIsUsername users whose email address is the username of another, where people do
 *     not log in to the pool by email; they come without it if the target logs in by email
 */
public record Contested(
    AffectedUsers withoutAddress, AffectedUsers merged, AffectedUsers addressIsUsername) {
  public Contested() {
    this(new AffectedUsers(), new AffectedUsers(), new AffectedUsers());
  }
}
