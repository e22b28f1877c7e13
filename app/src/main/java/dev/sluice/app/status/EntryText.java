package dev.sluice.app.status;

import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.app.cli.UtcTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats a ledger entry as text for support staff. */
public final class EntryText {
  private EntryText() {}

  public static List<String> of(LedgerEntry entry) {
    List<String> lines = new ArrayList<>();
    lines.add(entry.username() + " (" + entry.id() + ")");
    lines.add("  " + summary(entry));
    lines.add("  state " + entry.state() + " since " + UtcTime.text(entry.since()));
    lines.add("  system of record: " + record(entry));
    Instant assumed = entry.assumed();
    if (assumed != null) {
      lines.add("  " + assumed(assumed));
    }
    if (entry.why() != null) {
      lines.add("  why: " + entry.why());
    }
    return lines;
  }

  public static String of(LedgerEvent event) {
    return UtcTime.text(event.at())
        + "  "
        + (event.from() == null ? "" : event.from() + " -> ")
        + event.to()
        + (event.by() == null ? "" : " by " + event.by())
        + ", "
        + event.who()
        + (event.why() == null ? "" : ": " + event.why());
  }

  private static String summary(LedgerEntry entry) {
    return switch (entry.state()) {
      case DISCOVERED -> "Not migrated: read from the pool, not yet written to the target.";
      case IMPORTED -> "Not migrated yet: the profile is at the target, the password is not.";
      case MIGRATED -> "Migrated: " + how(entry.by());
      case REJECTED -> "Not migrated: rejected.";
      case GONE -> "Deleted in the pool before it moved.";
      case LEFT -> "Not migrated: left behind by the owner's decision.";
      case MERGED -> "Not migrated: the same person has another profile, which moves instead.";
    };
  }

  private static String assumed(Instant since) {
    return "assumed to have moved: the gateway told the target at "
        + UtcTime.text(since)
        + " that the password is right, but the target has not yet confirmed the user. Until it"
        + " does, a login may ask Cognito again.";
  }

  private static String how(@Nullable MovedBy by) {
    return switch (by) {
      case PASSWORD -> "the old password was verified at the first login.";
      case RESET -> "a new password was set.";
      case FEDERATED -> "logs in through another provider and has no password here.";
      case FORCED -> "must set a new password at the next login.";
      case null -> "the ledger does not say how.";
    };
  }

  private static String record(LedgerEntry entry) {
    return switch (entry.state().systemOfRecord()) {
      case SOURCE -> "Cognito";
      case TARGET -> "the target";
      case NONE -> "none";
    };
  }
}
