package dev.sluice.keycloak.login;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.keycloak.gateway.GatewayClient;
import dev.sluice.keycloak.gateway.GatewaySettings;
import java.util.Date;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.ImportSynchronization;
import org.keycloak.storage.user.SynchronizationResult;

/**
 * The component that users are linked to until their password has moved. Its synchronization
 * repeats what the gateway has not been told yet.
 */
public final class SluiceStorageProviderFactory
    implements UserStorageProviderFactory<SluiceStorageProvider>, ImportSynchronization {
  private final GatewayClient gateway = new GatewayClient();
  private final Outbox outbox = new Outbox(gateway);

  /** The factory that runs in this Keycloak. */
  static SluiceStorageProviderFactory of(KeycloakSession session) {
    return (SluiceStorageProviderFactory)
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(UserStorageProvider.class, ExtensionVersion.ID);
  }

  @Override
  public String getId() {
    return ExtensionVersion.ID;
  }

  @Override
  public String getHelpText() {
    return "Lets people keep their password when they move here with Sluice";
  }

  @Override
  public SluiceStorageProvider create(KeycloakSession session, ComponentModel model) {
    return new SluiceStorageProvider(session, model, firstLogin(session, model), outbox);
  }

  FirstLogin firstLogin(KeycloakSession session, ComponentModel model) {
    return new FirstLogin(session, model, gateway, outbox);
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(GatewaySettings.URL)
        .label("Gateway URL")
        .helpText("Where \"sluice serve\" listens, such as http://127.0.0.1:7070")
        .type(ProviderConfigProperty.STRING_TYPE)
        .required(true)
        .add()
        .property()
        .name(GatewaySettings.TOKEN)
        .label("Gateway token")
        .helpText("The token that the gateway expects")
        .type(ProviderConfigProperty.PASSWORD)
        .secret(true)
        .required(true)
        .add()
        .property()
        .name(Way.SETTING)
        .label("Way")
        .helpText("hybrid and slow ask the gateway at a first login; bulk never does")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options("hybrid", "slow", "bulk")
        .defaultValue("hybrid")
        .add()
        .property()
        .name(GatewaySettings.TIMEOUT_MILLIS)
        .label("Timeout in milliseconds")
        .helpText("How long a login waits for the gateway before it is asked to try again")
        .type(ProviderConfigProperty.STRING_TYPE)
        .defaultValue(String.valueOf(GatewaySettings.DEFAULT_TIMEOUT_MILLIS))
        .add()
        .build();
  }

  @Override
  public void validateConfiguration(
      KeycloakSession session, RealmModel realm, ComponentModel config)
      throws ComponentValidationException {
    try {
      Way.of(config);
      String scheme = String.valueOf(GatewaySettings.of(config).url().getScheme());
      if (!scheme.equals("http") && !scheme.equals("https")) {
        throw new ComponentValidationException("gatewayUrl must be an http or https address");
      }
    } catch (IllegalArgumentException e) {
      throw new ComponentValidationException(
          "gatewayUrl must be an address, timeoutMillis a number, way one of hybrid, slow, bulk",
          e);
    }
  }

  @Override
  public SynchronizationResult sync(
      KeycloakSessionFactory sessions, String realmId, UserStorageProviderModel model) {
    return outbox.retry(sessions, realmId);
  }

  @Override
  public SynchronizationResult syncSince(
      Date lastSync,
      KeycloakSessionFactory sessions,
      String realmId,
      UserStorageProviderModel model) {
    return sync(sessions, realmId, model);
  }
}
