package dev.sluice.migration.assess.found;

import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The users of a pool, counted. Takes users one after the other, for one thread. */
public final class People {
  private final Counts<SourceStatus> statuses = new Counts<>();
  private final Counts<SignInKind> signIns = new Counts<>();
  private final Counts<Address> emails = new Counts<>();
  private final Counts<Address> phones = new Counts<>();
  private final Counts<YearMonth> created = new Counts<>();
  private final Counts<YearMonth> modified = new Counts<>();
  private long total;
  private long disabled;
  private long canBeActive;
  private long federated;

  /** What is known of an email address or phone number. */
  public enum Address {
    VERIFIED,
    UNVERIFIED,
    NONE
  }

  public void add(UserRecord user) {
    total++;
    disabled += user.enabled() ? 0 : 1;
    canBeActive += canSignIn(user) ? 1 : 0;
    federated += canSignIn(user) && SignInKind.billsAsFederated(user) ? 1 : 0;
    statuses.add(user.status());
    signIns.add(SignInKind.of(user));
    emails.add(address(user.email() != null, user.emailVerified()));
    phones.add(address(user.phoneNumber() != null, user.phoneNumberVerified()));
    created.add(month(user.createdAt()));
    modified.add(month(user.modifiedAt()));
  }

  public void add(People others) {
    total += others.total;
    disabled += others.disabled;
    canBeActive += others.canBeActive;
    federated += others.federated;
    statuses.add(others.statuses);
    signIns.add(others.signIns);
    emails.add(others.emails);
    phones.add(others.phones);
    created.add(others.created);
    modified.add(others.modified);
  }

  public long total() {
    return total;
  }

  public long disabled() {
    return disabled;
  }

  public long enabled() {
    return total - disabled;
  }

  /** Returns how many users can sign in at all: enabled, and not unconfirmed. */
  public long canSignIn() {
    return canBeActive;
  }

  /** Returns how many of the users who can sign in bill as SAML or OIDC users. */
  public long billAsFederated() {
    return federated;
  }

  public Counts<SourceStatus> statuses() {
    return statuses;
  }

  public Counts<SignInKind> signIns() {
    return signIns;
  }

  public Counts<Address> emails() {
    return emails;
  }

  public Counts<Address> phones() {
    return phones;
  }

  /** Returns users by the month (UTC) in which they were created. */
  public Counts<YearMonth> createdPerMonth() {
    return created;
  }

  /**
   * Returns users by the month (UTC) in which their profile was last changed; a login changes
   * nothing.
   */
  public Counts<YearMonth> modifiedPerMonth() {
    return modified;
  }

  private static boolean canSignIn(UserRecord user) {
    return user.enabled() && user.status() != SourceStatus.UNCONFIRMED;
  }

  private static Address address(boolean present, boolean verified) {
    return !present ? Address.NONE : verified ? Address.VERIFIED : Address.UNVERIFIED;
  }

  private static YearMonth month(Instant moment) {
    return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
  }
}
