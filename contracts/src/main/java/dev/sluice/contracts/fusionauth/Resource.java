package dev.sluice.contracts.fusionauth;

import java.util.Optional;

/** A part of the API. */
interface Resource {
  /** The answer; empty where the call is for another part. */
  Optional<Reply> answer(Call call);
}
