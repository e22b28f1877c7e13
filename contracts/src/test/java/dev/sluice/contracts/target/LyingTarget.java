package dev.sluice.contracts.target;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A target that claims everything and silently leaves one thing undone. */
final class LyingTarget implements Target {
  private static final Instant OF_THE_IMPORT = Instant.parse("2026-11-25T20:00:00Z");

  private final FakeTarget honest = new FakeTarget();
  private final TargetCapability lie;

  LyingTarget(TargetCapability lie) {
    this.lie = lie;
  }

  /** The user as it was written, under the id by which this target knows the user. */
  Optional<PlannedUser> stored(UserId id) {
    return honest
        .stored(id)
        .map(
            user -> liesAbout(TargetCapability.KEEPS_ID) ? withId(user, "own-" + user.id()) : user);
  }

  void keepPassword(UserId id) {
    honest.keepPassword(id);
  }

  boolean asksAboutUnknownLogins() {
    return !liesAbout(TargetCapability.FIRST_LOGIN_OF_UNKNOWN_USERS);
  }

  @Override
  public TargetDescription describe() {
    return honest.describe();
  }

  @Override
  public Readiness check() {
    return honest.check();
  }

  @Override
  public List<ProvisionStep> provision(ProvisionRequest request) {
    return honest.provision(request);
  }

  @Override
  public List<WriteOutcome> write(List<PlannedUser> users) {
    return honest.write(users.stream().map(this::left).toList());
  }

  @Override
  public List<UpdateOutcome> update(List<PlannedUpdate> users, SourceNames names) {
    return liesAbout(TargetCapability.UPDATES)
        ? users.stream().map(user -> done(user.id())).toList()
        : honest.update(users, names);
  }

  @Override
  public List<UpdateOutcome> remove(List<UserId> users) {
    return liesAbout(TargetCapability.REMOVES)
        ? users.stream().map(LyingTarget::done).toList()
        : honest.remove(users);
  }

  @Override
  public Optional<TargetUser> find(UserId id) {
    return honest
        .find(id)
        .map(user ->
            liesAbout(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS)
                ? new TargetUser(id, user.username(), user.enabled(), user.hasPassword(), false)
                : user);
  }

  @Override
  public List<Optional<StoredUser>> read(List<UserId> ids) {
    return liesAbout(TargetCapability.READS_BACK)
        ? ids.stream().map(id -> Optional.<StoredUser>empty()).toList()
        : honest.read(ids);
  }

  @Override
  public List<UserId> awaiting(Optional<UserId> after, int limit) {
    return liesAbout(TargetCapability.READS_BACK) ? List.of() : honest.awaiting(after, limit);
  }

  @Override
  public StoredUser asStored(PlannedUser user) {
    return honest.asStored(left(user));
  }

  @Override
  public void close() {
    honest.close();
  }

  private boolean liesAbout(TargetCapability capability) {
    return lie == capability;
  }

  private static UpdateOutcome done(UserId id) {
    return new UpdateOutcome.Done(id);
  }

  /** What is left of a user whom this target has taken. */
  private PlannedUser left(PlannedUser user) {
    boolean unverified = liesAbout(TargetCapability.VERIFIED_FLAGS);
    return new PlannedUser(
        user.id(),
        user.username(),
        user.enabled(),
        user.email(),
        user.emailVerified() && !unverified,
        user.phoneNumber(),
        user.phoneNumberVerified() && !unverified,
        user.givenName(),
        user.familyName(),
        user.attributes(),
        liesAbout(TargetCapability.GROUPS) ? List.of() : user.groups(),
        liesAbout(TargetCapability.EXTERNAL_IDENTITIES) ? List.of() : user.identities(),
        leftOf(user.firstPassword()),
        leftOf(user.obligations()),
        liesAbout(TargetCapability.KEEPS_CREATION_TIME) ? OF_THE_IMPORT : user.createdAt());
  }

  private FirstPassword leftOf(FirstPassword password) {
    return password == FirstPassword.MUST_RESET && liesAbout(TargetCapability.MUST_RESET_FLAG)
        ? FirstPassword.NONE
        : password;
  }

  private Set<RequiredAction> leftOf(Set<RequiredAction> obligations) {
    return obligations.stream()
        .filter(each ->
            each != RequiredAction.SECOND_FACTOR || !liesAbout(TargetCapability.SECOND_FACTOR_FLAG))
        .collect(Collectors.toSet());
  }

  private static PlannedUser withId(PlannedUser user, String id) {
    return new PlannedUser(
        new UserId(id),
        user.username(),
        user.enabled(),
        user.email(),
        user.emailVerified(),
        user.phoneNumber(),
        user.phoneNumberVerified(),
        user.givenName(),
        user.familyName(),
        user.attributes(),
        user.groups(),
        user.identities(),
        user.firstPassword(),
        user.obligations(),
        user.createdAt());
  }
}
