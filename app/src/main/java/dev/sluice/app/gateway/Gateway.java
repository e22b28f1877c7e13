package dev.sluice.app.gateway;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.Seals;
import dev.sluice.app.gateway.hook.Confirming;
import dev.sluice.app.gateway.hook.TargetSide;
import dev.sluice.app.gateway.login.AnswerTime;
import dev.sluice.app.gateway.login.ChallengeSeal;
import dev.sluice.app.gateway.request.GatewayToken;
import dev.sluice.migration.login.FactorLookup;
import dev.sluice.migration.login.FirstLogin;
import dev.sluice.migration.login.Settlement;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** A running gateway. Several may run in one process. */
public final class Gateway implements AutoCloseable {
  private final GatewaySettings settings;
  private final ConfigurableApplicationContext context;
  private final Sealing sealing;
  private final Confirming confirming;

  private Gateway(
      GatewaySettings settings,
      ConfigurableApplicationContext context,
      Sealing sealing,
      Confirming confirming) {
    this.settings = settings;
    this.context = context;
    this.sealing = sealing;
    this.confirming = confirming;
  }

  /**
   * Starts a gateway, which answers once this returns. The caller closes the arguments, after the
   * gateway.
   *
   * @throws GatewayException if it cannot start
   */
  public static Gateway start(
      GatewaySettings settings,
      FirstLogin firstLogin,
      FactorLookup factorLookup,
      Settlement settlement,
      Ledger ledger,
      Seals seals,
      TargetSide side) {
    return start(
        settings, firstLogin, factorLookup, settlement, ledger, seals, side, AnswerTime.USUAL);
  }

  static Gateway start(
      GatewaySettings settings,
      FirstLogin firstLogin,
      FactorLookup factorLookup,
      Settlement settlement,
      Ledger ledger,
      Seals seals,
      TargetSide side,
      AnswerTime time) {
    Confirming confirming = Confirming.everyMinute(side.confirmations());
    ConfigurableApplicationContext context =
        run(
            settings,
            started -> {
              ConfigurableListableBeanFactory beans = started.getBeanFactory();
              beans.registerSingleton("gatewayToken", new GatewayToken(settings.token()));
              beans.registerSingleton(
                  "challengeSeal", new ChallengeSeal(settings.token(), InstantSource.system()));
              beans.registerSingleton("answerTime", time);
              beans.registerSingleton("targetSide", side);
              beans.registerSingleton("confirmingOfYeses", confirming);
              beans.registerSingleton("firstLogin", firstLogin);
              beans.registerSingleton("factorLookup", factorLookup);
              beans.registerSingleton("settlement", settlement);
              beans.registerSingleton("ledgerOfUsers", ledger);
            });
    confirming.begin();
    return new Gateway(settings, context, Sealing.everyMinute(seals), confirming);
  }

  private static ConfigurableApplicationContext run(
      GatewaySettings settings, ApplicationContextInitializer<ConfigurableApplicationContext> own) {
    // The program decides what is logged, and where, not the framework.
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    QuietLoggers.hush();
    try {
      return new SpringApplicationBuilder(GatewayApplication.class)
          .web(WebApplicationType.SERVLET)
          .bannerMode(Banner.Mode.OFF)
          .logStartupInfo(false)
          .registerShutdownHook(false)
          .environment(new GatewayEnvironment(GatewayProperties.of(settings)))
          .initializers(own)
          .run();
    } catch (RuntimeException failed) {
      throw new GatewayException(reason(settings, failed), failed);
    }
  }

  private static String reason(GatewaySettings settings, RuntimeException failed) {
    String where = settings.bind() + ":" + settings.port();
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return "The gateway cannot listen on "
            + where
            + ": the port is taken. Stop the process that uses it, or choose another in"
            + " gateway.port.";
      }
    }
    return "The gateway cannot start on "
        + where
        + ": "
        + NestedExceptionUtils.getMostSpecificCause(failed).getMessage();
  }

  /** Returns the address it listens on, such as {@code http://127.0.0.1:7070}. */
  public URI uri() {
    int port =
        Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
    String host = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
    return URI.create((settings.tls().isPresent() ? "https://" : "http://") + host + ":" + port);
  }

  /** Takes no more calls, answers those under way, and seals the history. */
  @Override
  public void close() {
    context.close();
    confirming.close();
    sealing.close();
  }
}
