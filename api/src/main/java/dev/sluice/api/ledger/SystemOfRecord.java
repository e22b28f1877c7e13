package dev.sluice.api.ledger;

/** Which of the two systems is in charge of a user. */
public enum SystemOfRecord {
  SOURCE,
  TARGET,
  /** Neither: the user is no more, or another profile stands for the person. */
  NONE
}
