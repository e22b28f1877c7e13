package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Forgotten and changed passwords. */
public final class PasswordEndpoint implements Endpoint {
  private final Store store;

  public PasswordEndpoint(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (call.is("POST", "user", "forgot-password")) {
      return Optional.of(forgot(call));
    }
    boolean change =
        call.method().equals("POST")
            && call.segment(0).equals("user")
            && call.segment(1).equals("change-password");
    return change ? Optional.of(change(call)) : Optional.empty();
  }

  private Reply forgot(Call call) {
    Optional<Person> person = store.people.byLogin(store.tenantOf(call), call.text("loginId"));
    if (person.isEmpty()) {
      return Reply.missing();
    }
    String ticket = Ids.fresh();
    store.passwordTickets.put(ticket, person.get().id());
    return Reply.of(200, JsonMapper.shared().createObjectNode().put("changePasswordId", ticket));
  }

  private Reply change(Call call) {
    Optional<Person> person = call.segment(2).isEmpty() ? byLogin(call) : byTicket(call);
    if (person.isEmpty()) {
      return Reply.missing();
    }
    if (call.text("password").isEmpty()) {
      return new Errors().missing("password").reply();
    }
    store.people.put(person.get().withPassword(call.text("password"), Store.OWN_CONNECTOR));
    return Reply.of(200);
  }

  private Optional<Person> byTicket(Call call) {
    return Optional.ofNullable(store.passwordTickets.remove(call.segment(2)))
        .flatMap(store.people::byId);
  }

  private Optional<Person> byLogin(Call call) {
    return store
        .people
        .byLogin(store.tenantOf(call), call.text("loginId"))
        .filter(person -> call.text("currentPassword").equals(person.password()));
  }
}
