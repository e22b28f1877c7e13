package dev.sluice.keycloak.admin;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.keycloak.load.BatchImport;
import dev.sluice.keycloak.load.WriterKind;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Mounts {@link SluiceAdminResource} at {@code /admin/realms/{realm}/sluice}. */
public final class SluiceAdminProviderFactory
    implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {
  private BatchImport batchImport = new BatchImport(WriterKind.COPY);

  @Override
  public String getId() {
    return ExtensionVersion.ID;
  }

  @Override
  public void init(Config.Scope config) {
    String writer = config.get("writer", WriterKind.COPY.word());
    batchImport =
        new BatchImport(
            WriterKind.of(writer)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "There is no writer \"%s\": choose copy, entities or model"
                            .formatted(writer))));
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public AdminRealmResourceProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public Object getResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    return new SluiceAdminResource(session, realm, auth, batchImport);
  }

  @Override
  public void close() {}
}
