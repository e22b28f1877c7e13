package dev.sluice.migration.verify;

import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.Standing;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.owner.LoginOwners;
import dev.sluice.migration.verify.Disagreement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where the source, the ledger and the target disagree about one user. */
final class Comparing {
  private static final String THERE = "at the target";
  private static final String NOT_THERE = "not at the target";

  private final UserMapping mapping;
  private final LoginOwners owners;
  private final Target target;
  private final FieldComparison fields;
  private final boolean awaitingAreListed;

  /**
   * @param owners tells who came without an address that is another's login
   * @param awaitingAreListed whether users who await their first login and whom the ledger does not
   *     know are found separately
   */
  Comparing(
      UserMapping mapping,
      LoginOwners owners,
      Target target,
      FieldComparison fields,
      boolean awaitingAreListed) {
    this.mapping = mapping;
    this.owners = owners;
    this.target = target;
    this.fields = fields;
    this.awaitingAreListed = awaitingAreListed;
  }

  List<Disagreement> of(Opinion user) {
    StoredUser there = user.there();
    return there == null ? absent(user).stream().toList() : present(user, user.entry(), there);
  }

  private Optional<Disagreement> absent(Opinion user) {
    MigrationState state = user.state();
    if (state == null) {
      return notBrought(user);
    }
    return switch (state) {
      case IMPORTED, MIGRATED -> Optional.of(user.differs(Kind.MISSING, THERE, NOT_THERE));
      case REJECTED, LEFT, MERGED -> Optional.empty();
      case DISCOVERED -> notBrought(user);
      case GONE -> Optional.of(user.differs(Kind.DELETED, THERE, NOT_THERE));
    };
  }

  private Optional<Disagreement> notBrought(Opinion user) {
    return mapping.mode().writesProfilesFirst()
        ? Optional.of(user.differs(Kind.NOT_BROUGHT, THERE, NOT_THERE))
        : Optional.empty();
  }

  private List<Disagreement> present(Opinion user, @Nullable LedgerEntry entry, StoredUser there) {
    if (entry == null) {
      return awaitingAreListed && there.awaitsFirstLogin()
          ? List.of()
          : List.of(user.differs(Kind.UNEXPECTED, "not known to the ledger", THERE));
    }
    return switch (entry.state()) {
      case IMPORTED, REJECTED, LEFT -> inCharge(user, entry, there, !there.awaitsFirstLogin());
      case MIGRATED -> inCharge(user, entry, there, true);
      case DISCOVERED, GONE, MERGED -> {
        List<Disagreement> all = new ArrayList<>();
        all.add(user.differs(Kind.UNEXPECTED, NOT_THERE, THERE));
        all.addAll(profile(user, there, !there.awaitsFirstLogin()));
        yield all;
      }
    };
  }

  private List<Disagreement> inCharge(
      Opinion user, LedgerEntry entry, StoredUser there, boolean targetIsInCharge) {
    List<Disagreement> all = new ArrayList<>();
    PasswordPlace.difference(entry, there, mapping.mode())
        .ifPresent(difference -> all.add(user.differs(Kind.PASSWORD, difference)));
    all.addAll(profile(user, there, targetIsInCharge));
    return all;
  }

  private List<Disagreement> profile(Opinion user, StoredUser there, boolean targetIsInCharge) {
    return switch (mapping.plan(user.user())) {
      case Planned planned ->
          fields.of(wanted(user, expected(planned.user(), user, there), there), there).stream()
              .map(difference -> user.differs(kind(difference, targetIsInCharge), difference))
              .toList();
      case Rejection rejection ->
          List.of(
              user.differs(
                  targetIsInCharge ? Kind.DRIFT : Kind.NOT_COMPARED, rejection.detail(), THERE));
    };
  }

  private PlannedUser expected(PlannedUser planned, Opinion user, StoredUser there) {
    return there.email() == null
            && owners.claim(planned, Standing.of(user.user())) == EmailClaim.YIELD
        ? planned.withoutEmail()
        : planned;
  }

  /**
   * Returns what the target should have of the user. Once the mode is bulk, only users who came in
   * that mode and have no password yet must be required to set one: the others moved with one, or
   * were written to await a first login, and cannot log in without setting one.
   */
  private StoredUser wanted(Opinion user, PlannedUser planned, StoredUser there) {
    boolean mustReset = planned.firstPassword() == FirstPassword.MUST_RESET;
    return target.asStored(
        mustReset && cameOtherwise(user.entry(), there)
            ? planned.with(FirstPassword.AT_FIRST_LOGIN)
            : planned);
  }

  private static boolean cameOtherwise(@Nullable LedgerEntry entry, StoredUser there) {
    if (entry == null) {
      return false;
    }
    return switch (entry.state()) {
      case IMPORTED, REJECTED, LEFT -> true;
      case MIGRATED -> entry.by() != MovedBy.FORCED || there.hasPassword();
      case DISCOVERED, GONE, MERGED -> false;
    };
  }

  private static Kind kind(FieldDifference difference, boolean targetIsInCharge) {
    if (targetIsInCharge) {
      return Kind.DRIFT;
    }
    return difference.moreTrusted() ? Kind.MORE_TRUSTED : Kind.DIFFERENT;
  }
}
