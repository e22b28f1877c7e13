@NullMarked
package dev.sluice.targets.keycloak.looks;

import org.jspecify.annotations.NullMarked;
