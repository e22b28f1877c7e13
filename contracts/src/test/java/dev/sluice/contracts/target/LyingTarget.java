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
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A target that claims everything and silently leaves one thing undone, or does another. */
final class LyingTarget implements Target {
  private static final Instant OF_THE_IMPORT = Instant.parse("2026-11-25T20:00:00Z");

  private final FakeTarget honest = new FakeTarget().oneEmailEach();
  private final Enum<?> lie;

  /**
   * @param lie a {@link TargetCapability} that it has not, or another {@link Lie}
   */
  LyingTarget(Enum<?> lie) {
    this.lie = lie;
    bringElsewhere(PlannedUserBuilder.plain().build().id());
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

  void cutOff(UserId id) {
    honest.unlink(id);
  }

  void bringElsewhere(UserId id) {
    honest.hasElsewhere(id, "another part");
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
    return users.stream().map(this::left).map(this::write).toList();
  }

  private WriteOutcome write(PlannedUser user) {
    if (user.emailClaim() == EmailClaim.TAKE && lie == Lie.TAKES_FROM_THOSE_WHO_HAVE_MOVED) {
      honest.users().stream()
          .filter(other -> other.email() != null && other.email().equals(user.email()))
          .forEach(other -> honest.tamper(other.withoutEmail()));
    }
    WriteOutcome outcome = honest.write(List.of(user)).getFirst();
    return switch (outcome) {
      case WriteOutcome.Refused refused when refused.taken() -> refused(user, refused);
      case WriteOutcome.Created created when lie == Lie.CONCEALS_WHO_COMES_WITHOUT ->
          new WriteOutcome.Created(created.id());
      case WriteOutcome.Created _,
          WriteOutcome.AlreadyThere _,
          WriteOutcome.Refused _,
          WriteOutcome.TryLater _ ->
          outcome;
    };
  }

  private WriteOutcome refused(PlannedUser user, WriteOutcome.Refused honestly) {
    if (lie == Lie.LEAVES_OUT_WHAT_ANOTHER_HAS) {
      return honest.write(List.of(user.withoutEmail())).getFirst();
    }
    return lie == Lie.CONCEALS_THAT_A_LOGIN_IS_TAKEN
        ? new WriteOutcome.Refused(user.id(), honestly.problem())
        : honestly;
  }

  @Override
  public List<WriteOutcome> foretell(List<PlannedUser> users) {
    return lie == Lie.WRITES_WHAT_IT_FORETELLS ? write(users) : honest.foretell(users);
  }

  @Override
  public List<UpdateOutcome> relink(List<UserId> users) {
    return liesAbout(TargetCapability.RELINKS)
        ? users.stream().map(LyingTarget::done).toList()
        : honest.relink(users);
  }

  @Override
  public boolean sharesIds() {
    return honest.sharesIds();
  }

  @Override
  public Map<UserId, String> elsewhere(List<UserId> users) {
    return lie == Lie.CONCEALS_WHO_IS_ELSEWHERE ? Map.of() : honest.elsewhere(users);
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
        liesAbout(TargetCapability.KEEPS_CREATION_TIME) ? OF_THE_IMPORT : user.createdAt(),
        leftOf(user.emailClaim()));
  }

  private EmailClaim leftOf(EmailClaim claim) {
    return claim == EmailClaim.YIELD && lie == Lie.TAKES_WHAT_IS_YIELDED ? EmailClaim.TAKE : claim;
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
