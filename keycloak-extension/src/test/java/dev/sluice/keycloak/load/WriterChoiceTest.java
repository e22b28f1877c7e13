package dev.sluice.keycloak.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;

class WriterChoiceTest {
  /** The database must not be looked at where COPY is out of the question. */
  private static final KeycloakSessionFactory NEVER_ASKED =
      (KeycloakSessionFactory)
          Proxy.newProxyInstance(
              WriterChoiceTest.class.getClassLoader(),
              new Class<?>[] {KeycloakSessionFactory.class},
              (_, method, _) -> {
                throw new AssertionError(method + " was called");
              });

  @Test
  void a_slower_way_that_is_asked_for_is_taken() {
    WriterChoice.Chosen chosen =
        new WriterChoice(WriterKind.COPY).choose(NEVER_ASKED, WriterKind.MODEL);
    assertThat(chosen.kind()).isEqualTo(WriterKind.MODEL);
    assertThat(chosen.why()).isEqualTo("the request asks for it");
  }

  @Test
  void nobody_can_ask_for_more_than_the_option_allows() {
    WriterChoice.Chosen chosen =
        new WriterChoice(WriterKind.ENTITIES).choose(NEVER_ASKED, WriterKind.COPY);
    assertThat(chosen.kind()).isEqualTo(WriterKind.ENTITIES);
    assertThat(chosen.why()).contains("option");
  }

  @Test
  void a_way_that_failed_is_not_taken_again_and_its_reason_is_told() {
    var choice = new WriterChoice(WriterKind.COPY);
    assertThat(choice.giveUp(WriterKind.COPY, "no such column")).isTrue();
    assertThat(choice.choose(NEVER_ASKED, WriterKind.COPY))
        .isEqualTo(new WriterChoice.Chosen(WriterKind.ENTITIES, "no such column", null));
    assertThat(choice.giveUp(WriterKind.ENTITIES, "no such method")).isTrue();
    assertThat(choice.choose(NEVER_ASKED, WriterKind.COPY))
        .isEqualTo(new WriterChoice.Chosen(WriterKind.MODEL, "no such method", null));
  }

  @Test
  void a_way_that_was_asked_for_and_failed_is_left_too() {
    var choice = new WriterChoice(WriterKind.COPY);
    choice.giveUp(WriterKind.ENTITIES, "no such method");
    assertThat(choice.choose(NEVER_ASKED, WriterKind.ENTITIES).kind()).isEqualTo(WriterKind.MODEL);
  }

  @Test
  void the_last_way_is_never_given_up() {
    var choice = new WriterChoice(WriterKind.MODEL);
    assertThat(choice.giveUp(WriterKind.MODEL, "no such method")).isFalse();
    assertThat(choice.choose(NEVER_ASKED, WriterKind.MODEL).kind()).isEqualTo(WriterKind.MODEL);
  }
}
