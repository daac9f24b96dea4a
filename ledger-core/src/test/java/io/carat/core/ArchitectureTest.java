package io.carat.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.carat.core.aggregate.LedgerAggregate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module's directions: rules are pure, only shells, handlers and the event store know Axon, nothing knows Spring. */
class ArchitectureTest {

    private static final String CORE = "io.carat.core..";
    private static final String EVENT_STORE = "io.carat.core.eventstore..";
    private static final String WRITER = "io.carat.core.eventstore.writer..";
    /** Values in PostgreSQL's form. */
    private static final String POSTGRES = "io.carat.core.postgres..";
    /** Runs PostgreSQL; no rule of money is in there. */
    private static final String EMBEDDED = "io.carat.core.embedded..";
    /** Signs where the log ends; no rule of money is in there either. */
    private static final String SIGNED_HEAD = "io.carat.core.signedhead..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(LedgerTypes.class.getProtectionDomain().getCodeSource().getLocation());

    private static final DescribedPredicate<JavaClass> SHELLS_AND_HANDLERS = DescribedPredicate.describe(
            "shells or command handlers",
            type -> type.getSimpleName().endsWith("CommandHandler") || type.isAssignableTo(LedgerAggregate.class));

    @Test
    void letsOnlyShellsHandlersAndTheEventStoreKnowAxon() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .and()
                .resideOutsideOfPackages(EVENT_STORE, "io.carat.core.aggregate..")
                .and(DescribedPredicate.not(SHELLS_AND_HANDLERS))
                .should()
                .dependOnClassesThat(resideInAPackage("org.axonframework.."))
                .check(CLASSES);
    }

    @Test
    void findsShellsAndHandlersThatDoKnowAxon() {
        classes()
                .that(are(SHELLS_AND_HANDLERS))
                .should()
                .dependOnClassesThat(resideInAPackage("org.axonframework.."))
                .check(CLASSES);
    }

    @Test
    void keepsSpringOut() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.."))
                .check(CLASSES);
    }

    @Test
    void keepsSqlInsideTheEventStore() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .and()
                .resideOutsideOfPackages(EVENT_STORE, POSTGRES, EMBEDDED, SIGNED_HEAD)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."))
                .check(CLASSES);
    }

    @Test
    void hasNoCyclesAmongPackages() {
        slices().matching("io.carat.core.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsThePartsOfTheEventStoreInOneDirection() {
        slices().matching("io.carat.core.eventstore.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(WRITER, "io.carat.core.eventstore.chain..", "io.carat.core.eventstore.names..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.carat.core.eventstore"))
                .check(CLASSES);
    }

    @Test
    void letsOnlyTheEventStoreUseItsWriter() {
        noClasses()
                .that()
                .resideOutsideOfPackage(EVENT_STORE)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "parts of the writer, its exceptions aside",
                        type -> type.getPackageName().equals(WRITER.replace("..", ""))
                                && !type.isAssignableTo(Exception.class)))
                .check(CLASSES);
    }

    @Test
    void decidesWithoutClocksAndRandomness() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .and()
                .resideOutsideOfPackages(EVENT_STORE, EMBEDDED, SIGNED_HEAD)
                .should()
                .dependOnClassesThat(are(DescribedPredicate.describe(
                        "sources of randomness or time",
                        type -> type.isAssignableTo(RandomGenerator.class) || type.isAssignableTo(Clock.class))))
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "it reads the time or chance",
                        call -> Set.of(
                                        "java.time.Instant.now",
                                        "java.time.LocalDate.now",
                                        "java.time.LocalDateTime.now",
                                        "java.time.OffsetDateTime.now",
                                        "java.time.ZonedDateTime.now",
                                        "java.lang.System.currentTimeMillis",
                                        "java.lang.System.nanoTime",
                                        "java.lang.Math.random",
                                        "java.util.UUID.randomUUID")
                                .contains(call.getTargetOwner().getName() + "." + call.getName())))
                .check(CLASSES);
    }

    @Test
    void keepsFloatingPointAwayFromMoney() {
        DescribedPredicate<JavaClass> floating = DescribedPredicate.describe(
                "floating point",
                type -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                        .contains(type.getName()));
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(EVENT_STORE)
                .should()
                .haveRawType(floating)
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(EVENT_STORE)
                .should()
                .haveRawReturnType(floating)
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "any floating point",
                        (List<JavaClass> types) -> types.stream().anyMatch(floating)))
                .check(CLASSES);
    }

    @Test
    void documentsEveryPackage() {
        Set<String> documented = CLASSES.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getSimpleName().equals("NullMarked")))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(documented)
                .containsAll(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
    }

    @Test
    void failsARuleThatMatchesNothing() {
        Stream.<ArchRule>of(
                        noClasses()
                                .that()
                                .resideInAPackage("io.carat.coer..")
                                .should()
                                .dependOnClassesThat(resideInAPackage("org.springframework..")),
                        slices().matching("io.carat.coer.(*)..").should().beFreeOfCycles())
                .forEach(rule -> assertThatThrownBy(() -> rule.check(CLASSES))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("failed to check any classes"));
    }
}
