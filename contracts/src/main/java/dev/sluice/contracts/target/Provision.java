package dev.sluice.contracts.target;

import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import java.util.function.Consumer;

/** The one thing that a target in memory needs. */
record Provision(ProvisionRequest request, Consumer<ProvisionRequest> remember)
    implements ProvisionStep {

  @Override
  public String describe() {
    return "remember the gateway at " + request.gatewayUrl();
  }

  @Override
  public void apply() {
    remember.accept(request);
  }
}
