package dev.sluice.app.gateway.request;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Allows any percent-encoded character of a login in a path. Paths are matched before they are
 * decoded, so no such character can lead to another endpoint.
 */
public final class AnyLoginInPath
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    String asItIs = EncodedSolidusHandling.PASS_THROUGH.getValue();
    factory.addConnectorCustomizers(connector -> {
      connector.setEncodedSolidusHandling(asItIs);
      connector.setEncodedReverseSolidusHandling(asItIs);
    });
  }

  static StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowUrlEncodedPeriod(true);
    firewall.setAllowBackSlash(true);
    firewall.setAllowSemicolon(true);
    return firewall;
  }
}
