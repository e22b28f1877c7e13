package dev.sluice.keycloak.load.copy;

import dev.sluice.keycloak.load.user.LowerCase;
import dev.sluice.keycloak.load.user.RequiredActions;
import dev.sluice.keycloak.load.user.UserAttributes;
import dev.sluice.keycloak.load.user.UserWriter;
import dev.sluice.keycloak.load.user.WritePlan;
import dev.sluice.keycloak.wire.PasswordDisposition;
import dev.sluice.keycloak.wire.PlannedUser;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.MembershipType;
import org.keycloak.storage.jpa.JpaHashUtils;

/**
 * Writes the rows that {@link dev.sluice.keycloak.load.user.EntityWriter EntityWriter} would write,
 * by PostgreSQL's {@code COPY}, on the connection and in the transaction of Keycloak's session.
 * {@link CopyGuard} decides if that is possible.
 */
public final class CopyWriter implements UserWriter {
  /**
   * What Keycloak's own entity holds a longer value for; longer ones are kept with their hashes.
   */
  private static final int SHORT_VALUE = 255;

  private final EntityManager entities;
  private final WritePlan plan;
  private final CopySupport.Possible tables;
  private final String defaultRole;
  private final boolean emailsMayRepeat;
  private final long now = System.currentTimeMillis();
  private final OrderedIds attributeIds = new OrderedIds(now);
  private final Map<CopyTable, CopyRows> rows = new EnumMap<>(CopyTable.class);

  public CopyWriter(
      KeycloakSession session, RealmModel realm, WritePlan plan, CopySupport.Possible tables) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.plan = plan;
    this.tables = tables;
    this.defaultRole = realm.getDefaultRole().getId();
    this.emailsMayRepeat = realm.isDuplicateEmailsAllowed();
    for (CopyTable table : CopyTable.values()) {
      rows.put(table, new CopyRows());
    }
  }

  @Override
  public void inBatch(Runnable writes) {
    writes.run();
    entities.unwrap(Session.class).doWork(this::send);
  }

  private void send(Connection connection) throws SQLException {
    var stream = new CopyStream(connection);
    for (CopyTable table : CopyTable.values()) {
      CopyRows ofTable = to(table);
      if (!ofTable.isEmpty()) {
        stream.send(Objects.requireNonNull(tables.statements().get(table)), ofTable.utf8());
      }
    }
  }

  @Override
  public void write(PlannedUser user) {
    String id = user.id();
    profile(user);
    to(CopyTable.ROLES).text(defaultRole).text(id).endRow();
    UserAttributes.of(user)
        .forEach((name, values) -> values.forEach(value -> attribute(id, name, value)));
    user.groups().stream()
        .map(group -> plan.groups().of(group))
        .distinct()
        .forEach(group ->
            to(CopyTable.GROUPS)
                .text(group)
                .text(id)
                .text(MembershipType.UNMANAGED.name())
                .endRow());
    user.links().forEach(link -> link(id, link));
    RequiredActions.of(user)
        .forEach(action -> to(CopyTable.REQUIRED_ACTIONS).text(id).text(action).endRow());
  }

  private void profile(PlannedUser user) {
    String email = LowerCase.email(user);
    CopyRows row =
        to(CopyTable.USERS)
            .text(user.id())
            .text(email)
            .text(email == null || emailsMayRepeat ? KeycloakModelUtils.generateId() : email)
            .flag(user.emailVerified() && user.email() != null)
            .flag(user.enabled())
            .text(user.password() == PasswordDisposition.NONE ? null : plan.link().orElseThrow())
            .text(user.givenName())
            .text(user.familyName())
            .text(plan.realmId())
            .text(LowerCase.username(user))
            .number(user.createdAt() > 0 ? user.createdAt() : now)
            .text(null)
            .number(0);
    if (tables.lastModified()) {
      row.number(now);
    }
    row.endRow();
  }

  private void attribute(String userId, String name, @Nullable String value) {
    String longValue = value != null && value.length() > SHORT_VALUE ? value : null;
    to(CopyTable.ATTRIBUTES)
        .text(name)
        .text(longValue == null ? value : null)
        .text(userId)
        .text(attributeIds.next())
        .bytes(longValue == null ? null : JpaHashUtils.hashForAttributeValue(longValue))
        .bytes(longValue == null ? null : JpaHashUtils.hashForAttributeValueLowerCase(longValue))
        .text(longValue)
        .endRow();
  }

  private void link(String userId, PlannedUser.Link link) {
    to(CopyTable.LINKS)
        .text(link.provider())
        .text(plan.realmId())
        .text(link.userId())
        .text(link.userName())
        .text(null)
        .text(userId)
        .endRow();
  }

  private CopyRows to(CopyTable table) {
    return Objects.requireNonNull(rows.get(table));
  }
}
