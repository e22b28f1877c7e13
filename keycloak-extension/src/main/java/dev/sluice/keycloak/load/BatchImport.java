package dev.sluice.keycloak.load;

import dev.sluice.keycloak.load.copy.UserStatistics;
import dev.sluice.keycloak.load.user.GroupIds;
import dev.sluice.keycloak.load.user.GroupPaths;
import dev.sluice.keycloak.load.user.UnusableRequest;
import dev.sluice.keycloak.load.user.WriteFailure;
import dev.sluice.keycloak.load.user.WritePlan;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.ImportAnswer;
import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import dev.sluice.keycloak.wire.ImportAnswer.Result;
import dev.sluice.keycloak.wire.ImportRequest;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Handles a request that imports users. */
public final class BatchImport {
  private final WriterChoice choice;
  private final UserStatistics statistics = new UserStatistics();

  /**
   * @param fastest the fastest writer that may be used
   */
  public BatchImport(WriterKind fastest) {
    this.choice = new WriterChoice(fastest);
  }

  public ImportAnswer run(KeycloakSessionFactory factory, RealmModel realm, ImportRequest request) {
    if (request.users().size() > ImportRequest.MAX_USERS) {
      throw new UnusableRequest(
          "A batch of %d users is too large: send at most %d at a time"
              .formatted(request.users().size(), ImportRequest.MAX_USERS));
    }
    WriterKind asked = asked(request);
    Optional<String> link = SluiceComponent.find(realm).map(ComponentModel::getId);
    if (link.isEmpty() && request.users().stream().anyMatch(user -> user.password().isOwed())) {
      throw new UnusableRequest(
          ("The realm %s has no user federation component \"sluice\" to link users to: run sluice"
                  + " provision")
              .formatted(realm.getName()));
    }
    GroupIds groups;
    try {
      groups = GroupPaths.ensure(factory, realm.getId(), request.users());
    } catch (RuntimeException e) {
      return new ImportAnswer(
          request.users().stream().map(user -> WriteFailure.outcome(user.id(), e)).toList(),
          asked.word(),
          null);
    }
    var plan = new WritePlan(realm.getId(), link, groups);
    var writing = new BatchWriting(choice, factory, plan, asked);
    List<Outcome> outcomes = writeOwedFirst(writing, request.users());
    writing
        .copiedInto()
        .ifPresent(schema -> statistics.count(factory, realm.getId(), schema, created(outcomes)));
    return new ImportAnswer(outcomes, writing.writer(), writing.whyNotFaster());
  }

  private static WriterKind asked(ImportRequest request) {
    return WriterKind.of(request.writer())
        .orElseThrow(() ->
            new UnusableRequest(
                "There is no writer \"%s\": choose one of %s"
                    .formatted(
                        request.writer(),
                        Stream.of(WriterKind.values()).map(WriterKind::word).toList())));
  }

  private static long created(List<Outcome> outcomes) {
    return outcomes.stream().filter(each -> each.outcome() == Result.CREATED).count();
  }

  /** Orders users that will get a password first, so that they win over social-only users. */
  private static List<Outcome> writeOwedFirst(BatchWriting writing, List<PlannedUser> users) {
    List<Integer> order =
        IntStream.range(0, users.size())
            .boxed()
            .sorted(Comparator.comparing(place -> !users.get(place).password().isOwed()))
            .toList();
    List<Outcome> written = writing.write(order.stream().map(users::get).toList());
    var asAsked = new Outcome[users.size()];
    for (int i = 0; i < asAsked.length; i++) {
      asAsked[order.get(i)] = written.get(i);
    }
    return List.of(asAsked);
  }
}
