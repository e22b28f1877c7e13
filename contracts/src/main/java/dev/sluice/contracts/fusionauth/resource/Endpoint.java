package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.Optional;

/** A part of the API. */
public interface Endpoint {
  /** Returns the answer; empty where the call is for another part. */
  Optional<Reply> answer(Call call);
}
