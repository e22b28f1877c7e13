package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PasswordDisposition;
import dev.sluice.keycloak.wire.PlannedUser;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.FederatedIdentityEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes Keycloak's own entities, so that one flush sends a whole batch. The model flushes several
 * times a user.
 */
public final class EntityWriter implements UserWriter {
  private final EntityManager entities;
  private final RealmModel realm;
  private final WritePlan plan;

  public EntityWriter(KeycloakSession session, RealmModel realm, WritePlan plan) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm;
    this.plan = plan;
  }

  @Override
  public void inBatch(Runnable writes) {
    writes.run();
    entities.flush();
    entities.clear();
  }

  @Override
  public void write(PlannedUser user) {
    UserEntity entity = profile(user);
    entities.persist(entity);
    var role = new UserRoleMappingEntity();
    role.setUser(entity);
    role.setRoleId(realm.getDefaultRole().getId());
    entities.persist(role);
    UserAttributes.of(user)
        .forEach((name, values) -> values.forEach(value -> attribute(entity, name, value)));
    groupIds(user).forEach(id -> membership(entity, id));
    user.links().forEach(link -> link(entity, link));
    RequiredActions.of(user).forEach(action -> requiredAction(entity, action));
  }

  private UserEntity profile(PlannedUser user) {
    var entity = new UserEntity();
    entity.setId(user.id());
    entity.setRealmId(plan.realmId());
    entity.setUsername(LowerCase.username(user));
    entity.setEmail(LowerCase.email(user), realm.isDuplicateEmailsAllowed());
    entity.setEmailVerified(user.emailVerified() && user.email() != null);
    entity.setFirstName(user.givenName());
    entity.setLastName(user.familyName());
    entity.setEnabled(user.enabled());
    long created = user.createdAt() > 0 ? user.createdAt() : System.currentTimeMillis();
    entity.setCreatedTimestamp(created);
    LastModified.isNow(entity);
    if (user.password() != PasswordDisposition.NONE) {
      entity.setFederationLink(plan.link().orElseThrow());
    }
    return entity;
  }

  private Set<String> groupIds(PlannedUser user) {
    var ids = new LinkedHashSet<String>();
    user.groups().forEach(group -> ids.add(plan.groups().of(group)));
    return ids;
  }

  private void attribute(UserEntity user, String name, String value) {
    var attribute = new UserAttributeEntity();
    attribute.setId(KeycloakModelUtils.generateId());
    attribute.setUser(user);
    attribute.setName(name);
    attribute.setValue(value);
    entities.persist(attribute);
  }

  private void membership(UserEntity user, String groupId) {
    var membership = new UserGroupMembershipEntity();
    membership.setUser(user);
    membership.setGroupId(groupId);
    membership.setMembershipType(org.keycloak.representations.idm.MembershipType.UNMANAGED);
    entities.persist(membership);
  }

  private void link(UserEntity user, PlannedUser.Link link) {
    var identity = new FederatedIdentityEntity();
    identity.setUser(user);
    identity.setRealmId(plan.realmId());
    identity.setIdentityProvider(link.provider());
    identity.setUserId(link.userId());
    identity.setUserName(link.userName());
    entities.persist(identity);
  }

  private void requiredAction(UserEntity user, String action) {
    var required = new UserRequiredActionEntity();
    required.setUser(user);
    required.setAction(action);
    entities.persist(required);
  }
}
