package dev.sluice.migration.login;

import dev.sluice.api.target.login.HookReply;
import dev.sluice.api.user.UserId;
import java.util.Optional;

/**
 * What came of a first login that the target asked about in its own words.
 *
 * @param reply what the target is told
 * @param assumed who is assumed to have moved by it
 */
public record HookedAnswer(FirstLoginAnswer answer, HookReply reply, Optional<UserId> assumed) {}
