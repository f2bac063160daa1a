package org.partnershipfund.testkit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Which room of a service may know which (style §4.1): nouns ← usecase ← adapter, by allow-list.
 *
 * <p>A new package is a noun room until it says otherwise, so the default is "pure". {@code RoomsBiteTest} shows each
 * rule a room that breaks it.
 */
public final class Rooms {

    private static final String[] PLAIN = {"java..", "org.jspecify.annotations..", "org.partnershipfund.kernel.."};

    private final String home;
    private final Map<String, String> lent;

    private Rooms(String home, Map<String, String> lent) {
        this.home = home;
        this.lent = Map.copyOf(lent);
    }

    /** The rooms below a service's package, such as {@code org.partnershipfund.allocation}. */
    public static Rooms of(String home) {
        return new Rooms(home, Map.of());
    }

    /**
     * The same rooms, one of which may also know a library that is plain arithmetic; the decision for it is an ADR.
     *
     * @param room the noun's own name, such as {@code equity}
     * @param library its packages, such as {@code org.hipparchus..}
     */
    public Rooms lending(String room, String library) {
        Map<String, String> more = new HashMap<>(lent);
        more.put(room, library);
        return new Rooms(home, more);
    }

    /** Fails, naming every arrow that points the wrong way, unless the service's main code keeps all rules. */
    public void check() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(home);
        rules().forEach(rule -> rule.allowEmptyShould(true).check(ours));
    }

    /** Every rule, in reading order. */
    public List<ArchRule> rules() {
        return List.of(
                nounsArePlainJava(),
                nounsAskNobody(),
                verbsKnowNounsAndTransactionsOnly(),
                doorsDoNotTouchTables(),
                aPostMayBeSentAgain(),
                listenersDoNotKnowDoors(),
                rowsStayInTheirRoom(),
                tablesAreReadInOneRoom());
    }

    ArchRule nounsArePlainJava() {
        return classes()
                .that()
                .resideOutsideOfPackages(home + ".usecase..", home + ".adapter..")
                .should(knowOnlyPlainJavaAndWhatIsLent())
                .as("nouns are plain java");
    }

    private ArchCondition<JavaClass> knowOnlyPlainJavaAndWhatIsLent() {
        DescribedPredicate<JavaClass> plain = resideInAnyPackage(PLAIN).or(nouns());
        return new ArchCondition<>("know only plain java, other nouns and what is lent to their room") {
            @Override
            public void check(JavaClass noun, ConditionEvents events) {
                String[] library = lent.entrySet().stream()
                        .filter(loan -> resideInAPackage(home + "." + loan.getKey() + "..")
                                .test(noun))
                        .map(Map.Entry::getValue)
                        .toArray(String[]::new);
                DescribedPredicate<JavaClass> allowed = plain.or(resideInAnyPackage(library));
                noun.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                !allowed.test(dependency.getTargetClass().getBaseComponentType()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    /** What answers differently each time, or by where it runs, comes into a noun as an argument. */
    ArchRule nounsAskNobody() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(home + ".usecase..", home + ".adapter..")
                .should()
                .dependOnClassesThat()
                // How letters become bytes is no input or output: a digest needs java.nio.charset.
                .resideInAnyPackage(
                        "java.sql..", "java.net..", "java.io..", "java.nio", "java.nio.file..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .dependOnClassesThat(type(Date.class).or(assignableTo(Calendar.class)))
                .orShould()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .callMethodWhere(target(owner(type(System.class)))
                        .and(target(name("currentTimeMillis")).or(target(name("nanoTime")))))
                .orShould()
                .callMethodWhere(target(owner(type(Math.class).or(type(StrictMath.class))))
                        .and(target(name("random"))))
                .orShould()
                .callMethodWhere(target(owner(type(Collections.class))).and(target(name("shuffle"))))
                .orShould()
                .callMethodWhere(target(owner(type(UUID.class))).and(target(name("randomUUID"))))
                .as("nouns ask nobody: no input or output, no clock, no chance");
    }

    private ArchRule verbsKnowNounsAndTransactionsOnly() {
        return classes()
                .that()
                .resideInAPackage(home + ".usecase..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                        .or(resideInAnyPackage("jakarta.enterprise.context..", "jakarta.transaction.."))
                        .or(resideInAPackage(home + ".usecase.."))
                        .or(nouns()))
                .as("verbs know nouns and transactions only");
    }

    private ArchRule doorsDoNotTouchTables() {
        return noClasses()
                .that()
                .resideInAPackage(home + ".adapter.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", home + ".adapter.db..")
                .as("doors do not touch tables");
    }

    private ArchRule aPostMayBeSentAgain() {
        return methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .should()
                .beAnnotatedWith("org.partnershipfund.foundation.web.Idempotent")
                .orShould()
                .beAnnotatedWith(safe())
                .as("a post may be sent again: it is @Idempotent (design §5), or keeps nothing");
    }

    /** {@code @Extension(name = "x-safe", …)}: the post only asks. */
    private static DescribedPredicate<JavaAnnotation<?>> safe() {
        return DescribedPredicate.describe(
                "the extension x-safe",
                annotation -> annotation
                                .getRawType()
                                .getName()
                                .equals("org.eclipse.microprofile.openapi.annotations.extensions.Extension")
                        && annotation.get("name").filter("x-safe"::equals).isPresent());
    }

    private ArchRule listenersDoNotKnowDoors() {
        return noClasses()
                .that()
                .resideInAPackage(home + ".adapter.kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(home + ".adapter.rest..")
                .as("listeners do not know doors");
    }

    private ArchRule rowsStayInTheirRoom() {
        return noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePublic()
                .orShould()
                .resideOutsideOfPackage(home + ".adapter.db..")
                .as("rows are package-private in adapter.db");
    }

    private ArchRule tablesAreReadInOneRoom() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home + ".adapter.db..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate.orm..")
                .as("tables are read in one room");
    }

    private DescribedPredicate<JavaClass> nouns() {
        return resideInAPackage(home + "..")
                .and(resideOutsideOfPackages(home + ".usecase..", home + ".adapter.."))
                .as("a noun room of " + home);
    }
}
