package dev.sluice.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sluice");

  @Test
  void the_domain_knows_no_vendor_no_aws_and_no_spring() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.sluice.migration..")
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
                "dev.sluice.migration.source..",
                "dev.sluice.migration.target..",
                "dev.sluice.migration.ledger..",
                "dev.sluice.migration.run.."));
  }

  @Test
  void what_a_target_is_knows_neither_source_nor_mapping_nor_ledger() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.sluice.migration.target..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.sluice.migration.source..",
                "dev.sluice.migration.mapping..",
                "dev.sluice.migration.ledger..",
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
                "dev.sluice.migration.source..",
                "dev.sluice.migration.mapping..",
                "dev.sluice.migration.ledger..",
                "dev.sluice.migration.run..",
                "dev.sluice.cognito.."));
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

  @Test
  void every_package_says_what_may_be_null() {
    check(
        classes()
            .that(resideInAPackage("dev.sluice.."))
            .should(
                ArchCondition.from(
                    DescribedPredicate.describe(
                        "be in a @NullMarked package",
                        each -> each.getPackage().isAnnotatedWith(NullMarked.class)))));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
