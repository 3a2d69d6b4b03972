package dev.gangway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The rules of the layers inside every module, and the habits of the code; written generally, so that they hold for modules to come. */
class ArchitectureTest {

    private static final String UI = "..ui..";
    private static final String API = "..api..";
    private static final String INTERNAL = "dev.gangway..internal..";

    /** The security chain of the pages has to know pages: their routes, and which of them is the log-in. */
    private static final DescribedPredicate<JavaClass> PAGE_GUARDS =
            describe("guards of the pages", type -> type.getName().startsWith("dev.gangway.login.internal.Page"));

    private static JavaClasses code;

    @BeforeAll
    static void readTheCode() {
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.gangway");
    }

    @Test
    void vaadinStaysInThePages() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(UI)
                .and(not(PAGE_GUARDS))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .because("only pages know how pages are shown"));
    }

    @Test
    void pagesAreFoundInUiAndControllersInApi() {
        check(classes().that().areAnnotatedWith(Route.class).should().resideInAPackage(UI));
        check(classes().that().areMetaAnnotatedWith(Controller.class).should().resideInAnyPackage(API, "..base.."));
    }

    @Test
    void whatWatchesAllPagesNamesNoneOfThem() {
        check(noClasses()
                .that()
                .areAssignableTo(VaadinServiceInitListener.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Route.class)
                .because("its parts would be loaded with every first page; an address does as well (ADR 66)"));
    }

    @Test
    void pagesAndControllersDoNotReachTheDatabase() {
        check(noClasses()
                .that()
                .resideInAnyPackage(UI, API)
                .should()
                .dependOnClassesThat(assignableTo(JdbcClient.class)
                        .or(assignableTo(JdbcOperations.class))
                        .or(assignableTo(EntityManager.class))
                        .or(assignableTo(DataSource.class))
                        .or(assignableTo(Repository.class))
                        .or(assignableTo(TransactionOperations.class))
                        .or(resideInAnyPackage("java.sql..", "jakarta.persistence..")))
                .because("views and controllers call the same services"));
        check(noClasses().that().resideInAnyPackage(UI, API).should().beAnnotatedWith(Transactional.class));
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(UI, API)
                .should()
                .notBeAnnotatedWith(Transactional.class));
    }

    @Test
    void pagesAndControllersDoNotReachWhatIsInternal() {
        check(noClasses()
                .that()
                .resideInAnyPackage(UI, API)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL));
    }

    @Test
    void pagesAndControllersDoNotKnowEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage(UI)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(API));
        check(noClasses()
                .that()
                .resideInAPackage(API)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(UI));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(UI, API)
                .and(not(PAGE_GUARDS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.gangway..ui..", "dev.gangway..api..")
                .because("services know neither pages nor controllers"));
    }

    @Test
    void internalIsInternalAlsoInOpenModules() {
        check(classes()
                .that()
                .resideInAPackage(INTERNAL)
                .should(new ArchCondition<JavaClass>("be used only from the package tree that holds them") {
                    @Override
                    public void check(JavaClass internal, ConditionEvents events) {
                        String home = internal.getPackageName().replaceFirst("\\.internal(\\..*)?$", "");
                        for (Dependency use : internal.getDirectDependenciesToSelf()) {
                            String from = use.getOriginClass().getPackageName();
                            if (!(from + ".").startsWith(home + ".")) {
                                events.add(SimpleConditionEvent.violated(use, use.getDescription()));
                            }
                        }
                    }
                }));
    }

    @Test
    void entitiesAndRepositoriesAreInternal() {
        check(classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(MappedSuperclass.class)
                .or()
                .areAnnotatedWith(Embeddable.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .resideInAPackage(INTERNAL));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith(PersistenceContext.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("a constructor says what a class needs"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("static state is shared by tests and by accounts"));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
                .because("such a name says nothing about the class"));
        check(noClasses()
                .should()
                .haveSimpleName("Session")
                .because("it is a wizard session, a login session or a tutoring session"));
    }

    @Test
    void timeComesIn() {
        DescribedPredicate<JavaCall<?>> ownClock = target(owner(resideInAPackage("java.time..")))
                .and(target(name("now")))
                .and(not(target(rawParameterTypes(Clock.class))));
        check(noClasses()
                .should()
                .callCodeUnitWhere(ownClock)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("tests set the clock"));
        check(noClasses()
                .that(not(nameMatching(".*\\.TimeConfiguration")))
                .should()
                .callMethod(Clock.class, "systemUTC"));
    }

    @Test
    void chanceComesIn() {
        check(noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(Random.class, long.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .because("ids come from Ids, secrets from SecureRandom"));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes()
                .that(are(notPackageInfo()))
                .should(new ArchCondition<JavaClass>("lie in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(type, type.getDescription() + " does not"));
                        }
                    }
                }));
    }

    @Test
    void onlyCommandsWriteToTheConsole() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..command..")
                .and(not(assignableTo(GangwayApplication.class)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    private static DescribedPredicate<JavaClass> notPackageInfo() {
        return describe("types", type -> !"package-info".equals(type.getSimpleName()));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(code);
    }
}
