package dev.sluice.api.ledger;

/** The system that is in charge of a user. */
public enum SystemOfRecord {
  SOURCE,
  TARGET,
  /** Neither: the user has been deleted, or another profile stands for the person. */
  NONE
}
