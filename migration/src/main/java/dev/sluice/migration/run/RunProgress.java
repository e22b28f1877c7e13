package dev.sluice.migration.run;

import java.time.Duration;

/**
 * How far a run has come.
 *
 * @param read users read, including earlier parts of a resumed run
 * @param created users that were written in this part of the run
 * @param alreadyDone users that needed nothing: written before, or moved already
 * @param rejected users that could not be mapped, or that the target refused
 * @param merged profiles whose person has another one, which moves in their place
 * @param outside users whom the run is not about
 * @param estimated the source's own estimate of all users
 * @param elapsed since this part of the run began
 */
public record RunProgress(
    long read,
    long created,
    long alreadyDone,
    long rejected,
    long merged,
    long outside,
    long estimated,
    Duration elapsed) {

  /** Returns how many users a second were settled in this part of the run. */
  public double rate() {
    double seconds = elapsed.toMillis() / 1000.0;
    return seconds == 0 ? 0 : (created + alreadyDone + rejected + merged + outside) / seconds;
  }
}
