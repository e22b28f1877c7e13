package dev.sluice.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.sluice.harness.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may know what; the program's class path has all that it is made of. */
class ArchitectureTest extends HouseRules {
  ArchitectureTest() {
    super("dev.sluice");
  }

  @Test
  void the_domain_knows_no_vendor_no_aws_and_no_spring() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.sluice.api..", "dev.sluice.migration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "software.amazon..",
                "org.springframework..",
                "org.keycloak..",
                "java.net.http..",
                "dev.sluice.app..",
                "dev.sluice.cognito..",
                "dev.sluice.targets..",
                "dev.sluice.rehearsal..",
                "dev.sluice.servers.."));
  }

  @Test
  void the_mapping_knows_neither_source_nor_target_nor_ledger() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.sluice.migration.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.sluice.api.source..",
                "dev.sluice.api.target..",
                "dev.sluice.api.ledger..",
                "dev.sluice.migration.run.."));
  }

  @Test
  void what_a_target_is_knows_neither_source_nor_mapping_nor_ledger() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.sluice.api.target..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.sluice.api.source..",
                "dev.sluice.migration.mapping..",
                "dev.sluice.api.ledger..",
                "dev.sluice.migration.run.."));
  }

  @Test
  void targets_know_nothing_of_the_source_and_the_ledger() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.sluice.targets..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.sluice.api.source..",
                "dev.sluice.migration.mapping..",
                "dev.sluice.api.ledger..",
                "dev.sluice.migration.run..",
                "dev.sluice.cognito.."));
  }

  @Test
  void the_api_knows_nothing_else_of_ours() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.sluice.api..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.sluice..").and(resideOutsideOfPackage("dev.sluice.api.."))));
  }

  @Test
  void an_adapter_knows_only_the_api_and_no_other_adapter() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.sluice.cognito..", "dev.sluice.targets..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sluice.migration..", "dev.sluice.app.."));
    for (String target : List.of("files", "fusionauth", "keycloak")) {
      check(
          noClasses()
              .that()
              .resideInAPackage("dev.sluice.targets." + target + "..")
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(
                      List.of("files", "fusionauth", "keycloak").stream()
                          .filter(other -> !other.equals(target))
                          .map(other -> "dev.sluice.targets." + other + "..")
                          .toArray(String[]::new))));
    }
  }

  @Test
  void only_the_cognito_adapter_uses_the_aws_sdk() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.cognito..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.."));
  }

  @Test
  void only_the_gateway_uses_spring() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.app.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.."));
  }

  private void check(ArchRule rule) {
    rule.check(classes());
  }
}
