/** What the realm's own rules say about users who come into it. */
@NullMarked
package dev.sluice.keycloak.load.rule;

import org.jspecify.annotations.NullMarked;
