package dev.sluice.app.gateway;

import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * Holds the gateway's own settings and nothing else: neither environment variables nor a file in
 * the working directory can open what the gateway keeps closed.
 */
final class GatewayEnvironment extends StandardServletEnvironment {
  GatewayEnvironment(Map<String, Object> settings) {
    getPropertySources().addFirst(new MapPropertySource("gateway", settings));
  }

  @Override
  protected void customizePropertySources(MutablePropertySources sources) {}
}
