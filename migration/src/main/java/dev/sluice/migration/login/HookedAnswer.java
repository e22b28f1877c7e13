package dev.sluice.migration.login;

import dev.sluice.api.target.login.HookReply;
import dev.sluice.api.user.UserId;
import java.util.Optional;

/**
 * The outcome of a first login that the target asked about in its own protocol.
 *
 * @param reply the reply to the target
 * @param assumed the user who is assumed to have moved because of it
 */
public record HookedAnswer(FirstLoginAnswer answer, HookReply reply, Optional<UserId> assumed) {}
