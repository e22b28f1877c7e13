package dev.sluice.harness;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules for every module; a module's own test adds the rules that hold there alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRules {
  private static final int MOST_FILES = 30;

  private final JavaClasses classes;

  /**
   * Takes the packages to check.
   *
   * @param root the module's own package; the packages below it are checked too
   */
  protected HouseRules(String root) {
    this.classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
  }

  /** Returns the main classes of the module. */
  protected final JavaClasses classes() {
    return classes;
  }

  /** Returns why a package may have more files than others, by its name. */
  protected Map<String, String> fullForAReason() {
    return Map.of();
  }

  @Test
  void no_package_depends_on_one_that_depends_on_it() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass each) {
                return SliceIdentifier.of(each.getPackageName());
              }

              @Override
              public String getDescription() {
                return "packages";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @Test
  void no_package_has_more_than_30_files_unless_it_is_written_why() {
    Map<String, Long> files =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(each -> !each.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

    assertThat(files).isNotEmpty();
    files.keySet().removeAll(fullForAReason().keySet());
    assertThat(files)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
  }

  @Test
  void every_package_says_what_may_be_null() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAnyPackage("dev.sluice..")
        .should(
            ArchCondition.from(
                DescribedPredicate.describe(
                    "be in a @NullMarked package",
                    each -> each.getPackage().isAnnotatedWith(NullMarked.class))))
        .check(classes);
  }
}
