package io.carat.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.carat.core.LedgerTypes;
import io.carat.projection.ProcessorLag;
import io.carat.saga.rolling.RollingCreationSaga;
import java.net.URL;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** Which module may know which, over all modules that the server is made of. */
class ArchitectureTest {

    private static final String CORE = "io.carat.core..";
    private static final String PROJECTIONS = "io.carat.projection..";
    private static final String SAGAS = "io.carat.saga..";
    private static final String API = "io.carat.api..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrls(
                    Stream.of(LedgerTypes.class, ProcessorLag.class, RollingCreationSaga.class, CaratApplication.class)
                            .map(ArchitectureTest::module)
                            .toList());

    private static URL module(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void theCoreKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROJECTIONS, SAGAS, API)
                .check(CLASSES);
    }

    @Test
    void projectionsKnowNeitherSagasNorTheApi() {
        noClasses()
                .that()
                .resideInAPackage(PROJECTIONS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SAGAS, API)
                .check(CLASSES);
    }

    @Test
    void sagasKnowNeitherProjectionsNorTheApi() {
        noClasses()
                .that()
                .resideInAPackage(SAGAS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROJECTIONS, API)
                .check(CLASSES);
    }

    @Test
    void everyClassOfTheModulesIsWhereTheseRulesLook() {
        classes().should().resideInAnyPackage(CORE, PROJECTIONS, SAGAS, API).check(CLASSES);
    }

    @Test
    void controllersDoNotKnowAxon() {
        noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(CLASSES);
    }

    @Test
    void hasNoCyclesAmongThePackagesOfTheApi() {
        slices().matching("io.carat.api.(*)..").should().beFreeOfCycles().check(CLASSES);
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
                                .resideInAPackage("io.carat.sega..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(API),
                        slices().matching("io.carat.opi.(*)..").should().beFreeOfCycles())
                .forEach(rule -> assertThatThrownBy(() -> rule.check(CLASSES))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("failed to check any classes"));
    }
}
