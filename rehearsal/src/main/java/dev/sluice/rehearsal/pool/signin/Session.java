package dev.sluice.rehearsal.pool.signin;

/**
 * A sign-in that awaits an answer to a challenge.
 *
 * @param clientId the app client it was begun with
 * @param user whose password was right
 * @param challenge the challenge that is open
 * @param code the answer, where one was sent; otherwise empty
 */
record Session(String clientId, long user, String challenge, String code) {}
