package dev.sluice.app.gateway.hook;

import dev.sluice.app.gateway.login.AnswerTime;
import dev.sluice.app.gateway.login.FirstLoginMetrics;
import dev.sluice.app.gateway.request.GatewayToken;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Registers the hooks before everything else that could answer. */
@Configuration(proxyBeanMethods = false)
public class Hooks {
  @Bean
  FilterRegistrationBean<HookFilter> hookFilter(
      TargetSide side,
      GatewayToken token,
      FirstLoginMetrics metrics,
      AnswerTime time,
      Confirming confirming) {
    FilterRegistrationBean<HookFilter> filter =
        new FilterRegistrationBean<>(
            new HookFilter(side.hook(), new HookCallers(token), metrics, time, confirming));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> silence() {
    return factory -> factory.addContextValves(new SilenceValve());
  }
}
