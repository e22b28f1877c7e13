package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetOption;
import dev.sluice.api.target.provision.Readiness;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What every target's factory must do, so that configuration and documents are made alike. */
public abstract class TargetFactoryContract {
  private static final String SECRET = "made-up-5ecret-to-look-for";

  protected abstract TargetFactory factory();

  /**
   * Returns values that have no problems and name a target that cannot be reached, without the
   * options that change what is claimed.
   */
  protected abstract Map<String, String> goodValues();

  @Test
  void it_is_found_by_its_name() {
    assertThat(factory().name()).matches("[a-z][a-z0-9-]*");
    assertThat(ServiceLoader.load(TargetFactory.class))
        .extracting(TargetFactory::name)
        .containsOnlyOnce(factory().name());
  }

  @Test
  void good_values_open_a_target_without_a_call() {
    assertThat(factory().problems(goodValues())).isEmpty();
    try (Target target = factory().open(goodValues())) {
      assertThat(target.check())
          .isInstanceOfSatisfying(
              Readiness.NotReady.class,
              not -> {
                assertThat(not.problem()).isNotBlank();
                assertThat(not.remedy()).isNotBlank();
              });
    }
  }

  @Test
  void it_tells_without_opening_a_target_what_an_open_one_tells() {
    try (Target target = factory().open(goodValues())) {
      assertThat(target.describe()).isEqualTo(factory().describe());
      assertThat(target.describe().name()).isEqualTo(factory().name());
    }
  }

  @Test
  void its_place_is_a_few_words_that_are_the_same_for_the_same_values_and_tell_no_secret() {
    assertThat(factory().place(goodValues()))
        .isEqualTo(factory().place(new HashMap<>(goodValues())))
        .isNotBlank()
        .doesNotContain("\n");
    assertThat(factory().place(withSecrets()))
        .isEqualTo(factory().place(goodValues()))
        .doesNotContain(SECRET);
  }

  @Test
  void its_notes_and_its_proof_are_sentences() {
    assertThat(factory().notes().values()).allMatch(note -> note.endsWith("."));
    assertThat(factory().proof()).matches("[A-Z].*\\.");
  }

  @Test
  void every_option_is_documented_and_there_once() {
    assertThat(factory().options()).extracting(TargetOption::key).doesNotHaveDuplicates();
    assertThat(factory().options())
        .allSatisfy(option -> {
          assertThat(option.key()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
          assertThat(option.meaning()).endsWith(".").doesNotContain("|", "\n");
          assertThat(option.example()).isNotBlank();
          assertThat(option.required() && option.fallback() != null)
              .as("%s is required and has a fallback", option.key())
              .isFalse();
        });
  }

  @Test
  void the_example_of_a_secret_is_no_secret() {
    assertThat(factory().options())
        .filteredOn(TargetOption::secret)
        .allSatisfy(option -> assertThat(option.example()).matches("\\$\\{(env|file):.*}"));
  }

  @Test
  void what_is_missing_is_a_problem_and_no_exception() {
    assertThatCode(() -> factory().problems(Map.of())).doesNotThrowAnyException();
    if (factory().options().stream().anyMatch(TargetOption::required)) {
      assertThat(factory().problems(Map.of())).isNotEmpty();
    }
  }

  @Test
  void no_problem_tells_a_secret() {
    Map<String, String> nonsense = new HashMap<>();
    for (TargetOption option : factory().options()) {
      nonsense.put(option.key(), option.secret() ? SECRET : "\u0000 no such thing");
    }

    assertThat(factory().problems(nonsense)).noneMatch(problem -> problem.contains(SECRET));
    try (Target target = factory().open(withSecrets())) {
      assertThat(target.toString()).doesNotContain(SECRET);
      assertThat(target.check().toString()).doesNotContain(SECRET);
    }
  }

  /** Returns the good values with a secret to look for. */
  private Map<String, String> withSecrets() {
    Map<String, String> values = new HashMap<>(goodValues());
    factory().options().stream()
        .filter(TargetOption::secret)
        .forEach(option -> values.replace(option.key(), SECRET));
    return values;
  }
}
