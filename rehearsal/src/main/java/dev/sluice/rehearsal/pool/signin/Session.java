package dev.sluice.rehearsal.pool.signin;

/**
 * A sign-in that stands before a challenge.
 *
 * @param clientId the app client it was begun with
 * @param user whose password was right
 * @param challenge what is asked
 * @param code the answer, where one was sent; otherwise empty
 */
record Session(String clientId, long user, String challenge, String code) {}
