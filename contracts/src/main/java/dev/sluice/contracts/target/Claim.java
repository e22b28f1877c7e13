package dev.sluice.contracts.target;

import dev.sluice.api.target.TargetCapability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a test of the target contract is about: it is skipped where one of these is not claimed. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Claim {
  TargetCapability[] value();
}
