package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetOption;
import dev.sluice.api.target.provision.Readiness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What every target's factory must do, so that configuration and documents are made alike. */
public abstract class TargetFactoryContract {
  private static final String SECRET = "made-up-5ecret-to-look-for";
  private static final String NONSENSE = "\u0000 no such thing";

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
    for (TargetOption option : factory().options()) {
      if (option.required()) {
        assertThat(factory().problems(without(option))).contains(OptionProblem.missing(option));
        assertThat(factory().problems(Map.of())).contains(OptionProblem.missing(option));
      }
    }
  }

  @Test
  void every_problem_names_a_declared_option_or_none() {
    List<String> keys = factory().options().stream().map(TargetOption::key).toList();

    assertThat(problems())
        .allSatisfy(problem -> {
          if (!problem.key().isEmpty()) {
            assertThat(keys).contains(problem.key());
          }
        });
  }

  @Test
  void no_problem_repeats_its_key_or_its_value_in_its_message() {
    assertThat(problems())
        .allSatisfy(problem -> {
          assertThat(problem.message()).isNotBlank().doesNotContain(NONSENSE);
          if (!problem.key().isEmpty()) {
            assertThat(problem.message())
                .doesNotStartWith(problem.key())
                .doesNotContain(problem.key() + ":", "\"" + problem.key() + "\"");
          }
        });
  }

  @Test
  void every_value_that_is_wrong_is_told_in_the_same_words() {
    assertThat(problems())
        .filteredOn(problem -> problem.value().isPresent())
        .allSatisfy(problem -> assertThat(problem.message()).startsWith("is not right; expected "));
  }

  @Test
  void no_mistake_is_told_twice() {
    assertThat(given())
        .allSatisfy(values -> assertThat(factory().problems(values)).doesNotHaveDuplicates());
  }

  @Test
  void no_problem_tells_a_secret() {
    assertThat(factory().problems(nonsense()))
        .noneMatch(problem -> problem.toString().contains(SECRET));
    try (Target target = factory().open(withSecrets())) {
      assertThat(target.toString()).doesNotContain(SECRET);
      assertThat(target.check().toString()).doesNotContain(SECRET);
    }
  }

  /** Collects what is said of all kinds of values. */
  private List<OptionProblem> problems() {
    return given().stream().flatMap(values -> factory().problems(values).stream()).toList();
  }

  /** Returns nothing, nonsense, and the good values with each option in turn left out or wrong. */
  private List<Map<String, String>> given() {
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of(), nonsense()));
    for (TargetOption option : factory().options()) {
      all.add(without(option));
      Map<String, String> wrong = new HashMap<>(goodValues());
      wrong.put(option.key(), NONSENSE);
      all.add(wrong);
      all.add(Map.of(option.key(), NONSENSE));
    }
    return all;
  }

  private Map<String, String> nonsense() {
    Map<String, String> nonsense = new HashMap<>();
    for (TargetOption option : factory().options()) {
      nonsense.put(option.key(), option.secret() ? SECRET : NONSENSE);
    }
    return nonsense;
  }

  private Map<String, String> without(TargetOption option) {
    Map<String, String> values = new HashMap<>(goodValues());
    values.remove(option.key());
    return values;
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
