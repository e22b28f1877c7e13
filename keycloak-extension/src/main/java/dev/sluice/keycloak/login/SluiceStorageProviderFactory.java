package dev.sluice.keycloak.login;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.keycloak.SupportedKeycloak;
import dev.sluice.keycloak.gateway.GatewayClient;
import dev.sluice.keycloak.gateway.LoginAvailability;
import dev.sluice.keycloak.group.PrivilegedGroups;
import dev.sluice.keycloak.settings.FirstLoginSettings;
import dev.sluice.keycloak.settings.GatewaySettings;
import dev.sluice.keycloak.settings.MigrationMode;
import dev.sluice.keycloak.settings.ResetPolicy;
import dev.sluice.keycloak.settings.SecondFactorPolicy;
import dev.sluice.keycloak.settings.SluiceComponent;
import java.security.SecureRandom;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.Config;
import org.keycloak.common.Version;
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
 * repeats reports that the gateway has not received yet.
 */
public final class SluiceStorageProviderFactory
    implements UserStorageProviderFactory<SluiceStorageProvider>, ImportSynchronization {
  private final GatewayClient gateway = new GatewayClient();
  private final Outbox outbox = new Outbox(gateway);
  private final Map<String, RefusalTimes> refusalTimes = new ConcurrentHashMap<>();

  /** Returns the factory that runs in this Keycloak. */
  public static SluiceStorageProviderFactory of(KeycloakSession session) {
    return (SluiceStorageProviderFactory)
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(UserStorageProvider.class, ExtensionVersion.ID);
  }

  @Override
  public String getId() {
    return ExtensionVersion.ID;
  }

  /** Refuses a Keycloak that is too old when it starts. */
  @Override
  public void init(Config.Scope config) {
    SupportedKeycloak.require(Version.VERSION);
  }

  @Override
  public String getHelpText() {
    return "Lets users keep their password when they move here with Sluice";
  }

  @Override
  public SluiceStorageProvider create(KeycloakSession session, ComponentModel model) {
    return new SluiceStorageProvider(session, model, firstLogin(session, model), outbox);
  }

  FirstLogin firstLogin(KeycloakSession session, ComponentModel model) {
    return new FirstLogin(session, model, gateway, outbox, refusalTimes(model));
  }

  /**
   * Returns the refusal times of the old system behind this component, as this Keycloak has
   * measured them.
   */
  RefusalTimes refusalTimes(ComponentModel model) {
    return refusalTimes.computeIfAbsent(
        model.getId(), id -> new RefusalTimes(new SecureRandom()::nextInt));
  }

  /** Asks the gateway whether a login belongs to a user that has not moved yet. */
  public LoginAvailability availability(ComponentModel model, String login) {
    if (!SluiceComponent.isAtWork(model)) {
      return LoginAvailability.NOT_KNOWN;
    }
    return gateway.availability(GatewaySettings.of(model), login);
  }

  FactorCheck factorCheck(KeycloakSession session, ComponentModel model) {
    return new FactorCheck(session, model, gateway);
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
        .name(MigrationMode.SETTING)
        .label("Mode")
        .helpText("hybrid and slow ask the gateway at a first login; bulk never does")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options("hybrid", "slow", "bulk")
        .defaultValue("hybrid")
        .add()
        .property()
        .name(SecondFactorPolicy.SETTING)
        .label("Second factor")
        .helpText(
            "enrol: users who proved both old factors set up a new one at this login; keep: they"
                + " may postpone it, and the old system stays in charge of them")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options("enrol", "keep")
        .defaultValue("enrol")
        .add()
        .property()
        .name(ResetPolicy.SETTING)
        .label("Forgotten password with a second factor")
        .helpText(
            "refuse: users with a second factor in the old system are mailed no link; enrol: they"
                + " are, and set up a new factor")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options("refuse", "enrol")
        .defaultValue("refuse")
        .add()
        .property()
        .name(GatewaySettings.TIMEOUT_MILLIS)
        .label("Timeout in milliseconds")
        .helpText("How long a login waits for the gateway before it is asked to try again")
        .type(ProviderConfigProperty.STRING_TYPE)
        .defaultValue(String.valueOf(GatewaySettings.DEFAULT_TIMEOUT_MILLIS))
        .add()
        .property()
        .name(SluiceComponent.PAUSED)
        .label("Paused")
        .helpText(
            "Asks the gateway nothing: users who have not moved, unknown logins and sign-ups are"
                + " asked to try again shortly. Switching the provider off sets this instead,"
                + " because Keycloak would treat its linked users as disabled")
        .type(ProviderConfigProperty.BOOLEAN_TYPE)
        .defaultValue(false)
        .add()
        .property()
        .name(FirstLoginSettings.WEAK_PASSWORD)
        .label("Weak old passwords")
        .helpText(
            "require-new: users who log in with an old password that the realm's policy forbids"
                + " must choose a new one at once")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(FirstLoginSettings.ACCEPT, FirstLoginSettings.REQUIRE_NEW)
        .defaultValue(FirstLoginSettings.ACCEPT)
        .add()
        .property()
        .name(FirstLoginSettings.REFUSALS)
        .label("Refusals")
        .helpText(
            "explained: users who must reset the password or confirm the sign-up are told so,"
                + " which also reveals that the account exists")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(FirstLoginSettings.ALIKE, FirstLoginSettings.EXPLAINED)
        .defaultValue(FirstLoginSettings.ALIKE)
        .add()
        .property()
        .name(PrivilegedGroups.SETTING)
        .label("Groups with roles")
        .helpText(
            "Paths of groups that give roles of this realm and that users may be put into all the"
                + " same")
        .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
        .add()
        .property()
        .name(AliasOwner.PREFERRED_USERNAME)
        .label("Attribute that is a login")
        .helpText(
            "The attribute of the preferred username, if users log in by it besides their username."
                + " Users must not be able to edit it")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .build();
  }

  @Override
  public void validateConfiguration(
      KeycloakSession session, RealmModel realm, ComponentModel config)
      throws ComponentValidationException {
    SluiceComponent.pauseIfDisabled(config);
    try {
      MigrationMode.of(config);
      FirstLoginSettings.of(config);
      SecondFactorPolicy.of(config);
      ResetPolicy.of(config);
      String scheme = String.valueOf(GatewaySettings.of(config).url().getScheme());
      if (!scheme.equals("http") && !scheme.equals("https")) {
        throw new ComponentValidationException("gatewayUrl must be an http or https address");
      }
    } catch (IllegalArgumentException e) {
      throw new ComponentValidationException(
          "gatewayUrl must be an address, timeoutMillis a number, and each choice one of its"
              + " options",
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
