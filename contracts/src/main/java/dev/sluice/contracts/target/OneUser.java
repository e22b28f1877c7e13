package dev.sluice.contracts.target;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.Optional;
import java.util.Set;

/** What a target in memory does to one user of a batch. */
final class OneUser {
  private final Set<TargetCapability> capabilities;
  private final UsersInMemory users;
  private final PasswordPlaces passwords;
  private final Troubles troubles;

  OneUser(
      Set<TargetCapability> capabilities,
      UsersInMemory users,
      PasswordPlaces passwords,
      Troubles troubles) {
    this.capabilities = capabilities;
    this.users = users;
    this.passwords = passwords;
    this.troubles = troubles;
  }

  UpdateOutcome update(PlannedUpdate update, SourceNames names) {
    troubles.dieIfDue();
    Optional<PlannedUser> there = users.find(update.id());
    if (there.isEmpty()) {
      return new UpdateOutcome.NotThere(update.id());
    }
    if (passwords.isInCharge(there.get())) {
      return new UpdateOutcome.InCharge(update.id());
    }
    PlannedUser next = StoredUpdate.of(there.get(), update, names);
    Optional<UsersInMemory.Problem> problem = problemWith(next);
    if (problem.isPresent()) {
      return new UpdateOutcome.Refused(update.id(), problem.get().text(), problem.get().taken());
    }
    users.store(next);
    return new UpdateOutcome.Done(next.id());
  }

  UpdateOutcome remove(UserId id) {
    troubles.dieIfDue();
    Optional<PlannedUser> there = users.find(id);
    if (there.isEmpty()) {
      return new UpdateOutcome.NotThere(id);
    }
    if (passwords.isInCharge(there.get())) {
      return new UpdateOutcome.InCharge(id);
    }
    users.remove(id);
    return new UpdateOutcome.Done(id);
  }

  WriteOutcome write(PlannedUser user) {
    troubles.dieIfDue();
    WriteOutcome foretold = foretell(user);
    return foretold instanceof WriteOutcome.Created
        ? new WriteOutcome.Created(user.id(), users.store(user))
        : foretold;
  }

  WriteOutcome foretell(PlannedUser user) {
    if (users.find(user.id()).isPresent()) {
      return new WriteOutcome.AlreadyThere(user.id());
    }
    return problemWith(user)
        .<WriteOutcome>map(
            problem -> new WriteOutcome.Refused(user.id(), problem.text(), problem.taken()))
        .orElse(new WriteOutcome.Created(user.id()));
  }

  /** What it cannot take away again, it leaves to everybody as to those it is in charge of. */
  private boolean keepsItsLogins(PlannedUser holder) {
    return !capabilities.contains(TargetCapability.REMOVES) || passwords.isInCharge(holder);
  }

  private Optional<UsersInMemory.Problem> problemWith(PlannedUser user) {
    return troubles
        .unfit(user)
        .map(text -> new UsersInMemory.Problem(text, false))
        .or(() -> users.problem(user, this::keepsItsLogins))
        .or(() -> troubles.refusal(user.id()).map(text -> new UsersInMemory.Problem(text, false)));
  }

  UpdateOutcome relink(UserId id) {
    if (users.find(id).isEmpty()) {
      return new UpdateOutcome.NotThere(id);
    }
    if (passwords.isHere(id)) {
      return new UpdateOutcome.InCharge(id);
    }
    passwords.relink(id);
    return new UpdateOutcome.Done(id);
  }
}
