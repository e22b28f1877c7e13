package dev.sluice.api.pool.signin;

/**
 * Remembered devices.
 *
 * @param challengeOnNewDevice whether a remembered device spares the second factor
 * @param onlyOnUserPrompt whether the user is asked before a device is remembered
 */
public record DeviceTracking(boolean challengeOnNewDevice, boolean onlyOnUserPrompt) {}
