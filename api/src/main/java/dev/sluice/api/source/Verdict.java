package dev.sluice.api.source;

import dev.sluice.api.user.UserId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a password check against the source. */
public sealed interface Verdict {

  /**
   * The password is this user's.
   *
   * @param login a login by which {@link UserSource#find} finds the user
   * @param id the user's id, where the source returned it
   * @param factor the second factor that the source asked for next
   * @param temporary whether it is a temporary password, which must be replaced
   * @param challenge what the second factor is answered by, where it can be answered here
   * @param groups the names of all groups that the user is in, where the source returned them
   */
  record Proven(
      String login,
      @Nullable UserId id,
      SecondFactor factor,
      boolean temporary,
      @Nullable Challenge challenge,
      @Nullable List<String> groups)
      implements Verdict {

    public Proven {
      groups = groups == null ? null : List.copyOf(groups);
    }

    /** Creates a verdict of a source that returned no groups. */
    public Proven(
        String login,
        @Nullable UserId id,
        SecondFactor factor,
        boolean temporary,
        @Nullable Challenge challenge) {
      this(login, id, factor, temporary, challenge, null);
    }

    /** Returns whether nothing is left to do but to keep the password. */
    public boolean isAll() {
      return factor == SecondFactor.NONE && !temporary;
    }

    /** Creates a verdict without a challenge that could be answered here. */
    public Proven(String login, @Nullable UserId id, SecondFactor factor, boolean temporary) {
      this(login, id, factor, temporary, null);
    }
  }

  /** The source does not let this user in with this password. */
  record Refused(RefusalReason reason) implements Verdict {}

  /**
   * Nothing was proven. Never show this as a wrong password, and never count it towards a lockout.
   *
   * @param retryAfter when asking again may help, where known
   * @param detail for the operator's log; holds no password
   */
  record NoVerdict(NoVerdictReason reason, @Nullable Duration retryAfter, String detail)
      implements Verdict {}
}
