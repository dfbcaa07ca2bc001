package org.leadflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.web.bind.annotation.RestController;

/** Sentences about the code that hold. */
@AnalyzeClasses(packages = "org.leadflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

  @ArchTest
  static final ArchRule onlyProcessKnowsCamunda =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.leadflow.process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..")
          .because("the engine must be replaceable in one room");

  @ArchTest
  static final ArchRule onlyRulesDroolsKnowsDrools =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.leadflow.rules.drools..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule nobodyDependsOnProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.leadflow.process..")
          // The command line belongs to no room.
          .and()
          .doNotBelongToAnyOf(Leadflow.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.leadflow.process..");

  @ArchTest
  static final ArchRule processUsesServicesNotTables =
      noClasses()
          .that()
          .resideInAPackage("org.leadflow.process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.data..");

  @ArchTest
  static final ArchRule buildingBlocksStayUnderThirtyLines =
      classes()
          .that()
          .implement(JavaDelegate.class)
          .or()
          .implement(TaskListener.class)
          .should(doLittle())
          .because("a building block reads, calls one service, writes");

  @ArchTest
  static final ArchRule controllersStayInTheWebRoomAndAreNotPublic =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .resideInAPackage("..web")
          .andShould()
          .notBePublic();

  @ArchTest
  static final ArchRule nothingIsNamedAfterNothing =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)");

  /** From the first to the last line that does something. */
  private static ArchCondition<JavaClass> doLittle() {
    return new ArchCondition<>("span less than thirty lines of code") {
      @Override
      public void check(JavaClass block, ConditionEvents events) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (var unit : block.getMethods()) {
          for (var access : unit.getAccessesFromSelf()) {
            first = Math.min(first, access.getLineNumber());
            last = Math.max(last, access.getLineNumber());
          }
        }
        if (last - first >= 30) {
          events.add(
              SimpleConditionEvent.violated(
                  block, block.getName() + " spans " + (last - first) + " lines"));
        }
      }
    };
  }
}
