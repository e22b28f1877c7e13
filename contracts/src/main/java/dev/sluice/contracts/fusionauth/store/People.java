package dev.sluice.contracts.fusionauth.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All users, by id and by what they log in with. */
public final class People {
  private final Map<String, Person> byId = new LinkedHashMap<>();
  private final Map<String, String> idsByLogin = new HashMap<>();

  public synchronized Optional<Person> byId(String id) {
    return Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT)));
  }

  /** Returns the user with this email address, username or phone number, in this tenant. */
  public synchronized Optional<Person> byLogin(String tenant, String login) {
    return Optional.ofNullable(idsByLogin.get(key(tenant, login))).flatMap(this::byId);
  }

  public synchronized List<Person> all() {
    return List.copyOf(byId.values());
  }

  synchronized int count() {
    return byId.size();
  }

  /** Stores a user in the place of an earlier state. */
  public synchronized void put(Person person) {
    byId(person.id()).ifPresent(this::forget);
    byId.put(person.id().toLowerCase(Locale.ROOT), person);
    person.logins().forEach(login -> idsByLogin.put(key(person.tenant(), login), person.id()));
  }

  public synchronized void remove(Person person) {
    forget(person);
    byId.remove(person.id().toLowerCase(Locale.ROOT));
  }

  private void forget(Person person) {
    person.logins().forEach(login -> idsByLogin.remove(key(person.tenant(), login)));
  }

  private static String key(String tenant, String login) {
    return tenant + "/" + login.toLowerCase(Locale.ROOT);
  }
}
