package dev.sluice.contracts.target;

import dev.sluice.api.target.TargetCapability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Returns the capabilities that a test of the target contract is about; the test is skipped where
 * one is not claimed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Claim {
  TargetCapability[] value();
}
