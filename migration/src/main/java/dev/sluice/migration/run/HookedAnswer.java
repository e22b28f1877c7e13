package dev.sluice.migration.run;

import dev.sluice.migration.target.HookReply;
import dev.sluice.migration.user.UserId;
import java.util.Optional;

/**
 * What came of a first login that the target asked about in its own words.
 *
 * @param reply what the target is told
 * @param assumed who is assumed to have moved by it
 */
public record HookedAnswer(FirstLoginAnswer answer, HookReply reply, Optional<UserId> assumed) {}
