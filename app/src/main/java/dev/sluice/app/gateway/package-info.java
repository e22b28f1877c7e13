/** Answers first logins over HTTP for the target: Spring Boot around the domain's two decisions. */
@NullMarked
package dev.sluice.app.gateway;

import org.jspecify.annotations.NullMarked;
