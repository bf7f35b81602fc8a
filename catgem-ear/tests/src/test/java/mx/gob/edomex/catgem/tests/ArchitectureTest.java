package mx.gob.edomex.catgem.tests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.MethodsShouldConjunction;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.Rounds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shape of the code, as rules that break the build. Each has been seen to fail on a planted violation. */
class ArchitectureTest {
    private static final String BASE = "mx.gob.edomex.catgem.";

    /**
     * The domains by layer, each line using only the lines above it and no neighbour. A new domain gets its place here
     * or the build breaks.
     */
    private static final List<Set<String>> LAYERS = List.of(
            Set.of("shared"),
            Set.of("security"),
            Set.of("evidence", "channel"),
            Set.of("export"),
            Set.of("knowledge", "manual", "training", "workforce"),
            Set.of("contact"),
            Set.of("administration", "routing", "survey"),
            Set.of("rules"),
            Set.of("replay"),
            Set.of("quality"),
            Set.of("correction"),
            Set.of("audit", "disposal"),
            Set.of("report"),
            Set.of("review"),
            Set.of("iso"));

    private static final Map<String, JavaClasses> MODULES = new TreeMap<>(Map.of(
            "catgem-ejb", read("catgem-ejb"),
            "catgem-jms", read("catgem-jms"),
            "catgem-web", read("catgem-web"),
            "catgem-readiness", read("catgem-ear/readiness")));

    private static JavaClasses read(String module) {
        return new ClassFileImporter().importPath(Path.of("../..", module, "target", "classes"));
    }

    private static JavaClasses ejb() {
        return MODULES.get("catgem-ejb");
    }

    private static JavaClasses all() {
        return new ClassFileImporter()
                .importPaths(List.of(
                        Path.of("../../catgem-ejb/target/classes"),
                        Path.of("../../catgem-jms/target/classes"),
                        Path.of("../../catgem-web/target/classes"),
                        Path.of("../../catgem-ear/readiness/target/classes")));
    }

    /** A rule over nothing always holds, so first of all: every module is really read. */
    @TestFactory
    List<DynamicTest> everyModuleIsRead() {
        return MODULES.entrySet().stream()
                .map(module -> DynamicTest.dynamicTest(module.getKey(), () -> assertThat(module.getValue().stream()
                                .filter(type -> !type.getSimpleName().equals("package-info")))
                        .isNotEmpty()))
                .toList();
    }

    @Test
    void theDomainKnowsNeitherMessagesNorScreens() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "jms..", BASE + "web..", BASE + "readiness..")
                .because("transports and screens come and go; what the centre does stays")
                .check(ejb());
    }

    @Test
    void messagesAndScreensNeverMeet() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "web..")
                .because("they meet in the domain")
                .check(MODULES.get("catgem-jms"));
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "jms..")
                .because("they meet in the domain")
                .check(MODULES.get("catgem-web"));
    }

    /** It checks what the centre says of itself, so it may believe nothing of the centre's. */
    @Test
    void theVerifierStandsAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", BASE + "verifier..")
                .because("an auditor trusts it, and neither a library nor the code it checks")
                .check(read("catgem-ejb/verifier"));
    }

    @Test
    void aPackageLivesInOneModule() {
        Map<String, String> owners = new TreeMap<>();
        List<String> split = new ArrayList<>();
        MODULES.forEach((module, classes) -> packages(classes).forEach(name -> {
            String owner = owners.putIfAbsent(name, module);
            if (owner != null) {
                split.add(name + " in " + owner + " and " + module);
            }
        }));
        assertThat(split)
                .as("package-private calls across the jars of an EAR compile and fail at run time")
                .isEmpty();
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    @Test
    void everyInterfaceHasOneOwner() {
        Map<String, DescribedPredicate<JavaClass>> owners = Map.of(
                "jakarta.jms..", resideInAPackage(BASE + "jms.."),
                "jakarta.faces..", resideInAPackage(BASE + "web.."),
                "jakarta.servlet..", resideInAPackage(BASE + "web.."),
                "jakarta.websocket..", resideInAPackage(BASE + "web.."),
                "org.primefaces..", resideInAPackage(BASE + "web.."),
                "io.undertow..", resideInAPackage(BASE + "web.shell.."),
                "jakarta.mail..", resideInAPackage(BASE + "channel.mail.."),
                "org.eclipse.angus..", resideInAPackage(BASE + "channel.mail.."));
        JavaClasses all = all();
        owners.forEach((library, owner) -> noClasses()
                .that(DescribedPredicate.not(owner))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that everyone touches can never be changed")
                .check(all));
        noClasses()
                .that(resideInAnyPackage(BASE + "jms..", BASE + "web.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .because("only the domain knows how it is stored")
                .check(all);
    }

    @TestFactory
    List<DynamicTest> aDomainUsesOnlyTheLayersBelowIt() {
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> above = new HashSet<>();
        for (int i = LAYERS.size() - 1; i >= 0; i--) {
            above.addAll(LAYERS.get(i));
            for (String domain : LAYERS.get(i)) {
                String[] forbidden = above.stream()
                        .filter(other -> !other.equals(domain))
                        .map(other -> BASE + other + "..")
                        .toArray(String[]::new);
                if (forbidden.length > 0) {
                    ArchRule rule = noClasses()
                            .that()
                            .resideInAPackage(BASE + domain + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .allowEmptyShould(true)
                            .because("the allowed uses between domains form one direction");
                    tests.add(DynamicTest.dynamicTest(domain, () -> rule.check(ejb())));
                }
            }
        }
        return tests;
    }

    @Test
    void everyDomainHasItsPlace() {
        Set<String> known = LAYERS.stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(packages(ejb()).stream()
                        .filter(name -> name.startsWith(BASE))
                        .map(name -> name.substring(BASE.length()).split("\\.", 2)[0])
                        .filter(domain -> !known.contains(domain)))
                .as("a domain that the layers above do not name")
                .isEmpty();
    }

    @Test
    void channelsDoNotKnowEachOther() {
        List<String> channels = List.of("phone", "chat", "mail", "social");
        for (String channel : channels) {
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "channel." + channel + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(channels.stream()
                            .filter(other -> !other.equals(channel))
                            .map(other -> BASE + "channel." + other + "..")
                            .toArray(String[]::new))
                    .allowEmptyShould(true)
                    .because("what channels share is in the package channel")
                    .check(ejb());
        }
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameStartingWith("Default")
                .because("such a name says where a thing stands, not what it is")
                .check(all());
    }

    @Test
    void theTimeIsGivenNotTaken() {
        for (Class<?> type : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(BASE + "shared.CentreClock")
                    .and()
                    .haveNameNotMatching(".*CentreClock\\$.*")
                    .should()
                    .callMethod(type, "now")
                    .because("ages and leases use the database's clock, which only an injected Clock knows")
                    .check(all());
        }
    }

    /** Deny by default is the server's; this makes forgetting a role a broken build and not a broken page. */
    @Test
    void everyPublicServiceMethodSaysWhoMayCallIt() {
        roleDeclared().allowEmptyShould(false).check(all());
    }

    private static MethodsShouldConjunction roleDeclared() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(describe(
                        "are session beans",
                        type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class)))
                .and(describe("are not made by the compiler", (JavaMethod method) -> !method.getModifiers()
                        .contains(JavaModifier.SYNTHETIC)))
                .should(new HaveRole());
    }

    /** Roles stand on the bean's class: what it inherits from an interface with a body is denied to everybody. */
    @Test
    void aServiceInheritsNoMethodOfAnInterface() {
        assertThat(all().stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class))
                        .flatMap(type -> type.getAllRawInterfaces().stream()
                                .filter(port -> port.getPackageName().startsWith(BASE))
                                .flatMap(port -> port.getMethods().stream())
                                .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT)
                                        && !method.getModifiers().contains(JavaModifier.STATIC)
                                        && type.getMethods().stream()
                                                .noneMatch(own -> own.getName().equals(method.getName())))
                                .map(method -> type.getSimpleName() + " inherits " + method.getFullName())))
                .isEmpty();
    }

    @Test
    void everyRegularWorkHasANameOnThePageOfSupport() throws IOException {
        List<String> works = all().stream()
                .filter(type -> type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(Rounds.class)))
                .map(type -> "round." + type.getSimpleName())
                .toList();
        assertThat(works).isNotEmpty();
        for (String language : List.of("es", "en")) {
            Properties words = new Properties();
            Path file = Path.of("../../catgem-web/target/classes/i18n/Support_" + language + ".properties");
            try (Reader text = Files.newBufferedReader(file)) {
                words.load(text);
            }
            assertThat(words.stringPropertyNames()).as(language).containsAll(works);
        }
    }

    @Test
    void entitiesChangeOnlyThroughTheirOwnDomain() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should(new HideSetters())
                .because("commands on entities are package-private: the package is the wall")
                .check(ejb());
    }

    static boolean saysWho(JavaMethod method) {
        return hasRole(method.getOwner())
                || List.of(RolesAllowed.class, PermitAll.class, DenyAll.class).stream()
                        .anyMatch(method::isAnnotatedWith);
    }

    private static boolean hasRole(JavaClass type) {
        return List.of(RolesAllowed.class, PermitAll.class, DenyAll.class).stream()
                .anyMatch(type::isAnnotatedWith);
    }
}
