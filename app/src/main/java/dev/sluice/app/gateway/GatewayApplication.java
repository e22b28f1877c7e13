package dev.sluice.app.gateway;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The gateway as Spring sees it: everything is named here, nothing is scanned for. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
  AccessRules.class,
  FirstLoginEndpoint.class,
  GatewayProblems.class,
  LedgerGauges.class,
  SettlementEndpoint.class,
  UserEndpoint.class,
  VerdictMetrics.class
})
class GatewayApplication {}
