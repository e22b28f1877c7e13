/** First logins asked by FusionAuth's Connector, and logins relayed to it. */
@NullMarked
package dev.sluice.targets.fusionauth.login;

import org.jspecify.annotations.NullMarked;
