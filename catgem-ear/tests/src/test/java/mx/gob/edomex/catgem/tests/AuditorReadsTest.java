package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * An auditor reads everything and changes nothing but what is an auditor's own work. Every business method that the role may
 * call is followed to the database, through all it calls; only the ledger may be written to by a look.
 */
class AuditorReadsTest {

    private static final String BASE = "mx.gob.edomex.catgem.";

    /** Here a look is put on record, which is no change of anything. */
    private static final Set<String> RECORDS = Set.of(BASE + "evidence.EventLedger");

    /**
     * To audit, to judge what was found, and to ask for figures to be counted or for the log to be read again: the line is here. Training, because
     * nobody records their own, and of a centre's only supervisor nobody else could.
     */
    private static final Set<String> OWN_WORK = Set.of(
            "audit.AuditProgramme",
            "audit.AuditSampling",
            "audit.AuditWork",
            "correction.Triage",
            "correction.Corrections",
            "evidence.log.ReadingOrders",
            "report.Recounts",
            "training.TrainingRegister");

    private static final String CHANGE = "a statement that changes rows and reads them";

    private static final String RESULT = "mx\\.gob\\.edomex\\.catgem\\.shared\\.Sql\\.(first|list|each)\\(.*";

    private static final JavaClasses EJB =
            new ClassFileImporter().importPath(Path.of("../..", "catgem-ejb", "target", "classes"));

    @Test
    void auditorsWriteNothingButTheirOwnWork() {
        Set<String> writing = writing();
        Set<String> callable = callable();
        assertThat(callable).as("methods that auditors may call").hasSizeGreaterThan(80);
        Set<String> beyond = callable.stream()
                .filter(writing::contains)
                .map(method -> method.substring(BASE.length(), method.indexOf('(')))
                .filter(method -> OWN_WORK.stream().noneMatch(own -> method.startsWith(own + ".")))
                .collect(Collectors.toSet());
        assertThat(beyond)
                .as("an auditor changes by them what is no auditor's work")
                .isEmpty();
    }

    /** The follower is not blind: it finds what auditors do write, through helpers and entities. */
    @Test
    void whatAuditorsWriteIsFound() {
        Set<String> found = callable().stream()
                .filter(writing()::contains)
                .map(method -> method.substring(BASE.length(), method.indexOf('(')))
                .collect(Collectors.toSet());
        assertThat(found)
                .contains("audit.AuditWork.mark", "audit.AuditProgramme.plan", "correction.Triage.dismiss")
                .doesNotContain("contact.ContactQueries.card", "report.FigureExports.write");
    }

    private static Set<String> callable() {
        Set<String> callable = new TreeSet<>();
        for (JavaClass service : EJB) {
            for (JavaMethod method : service.getMethods()) {
                if (method.getModifiers().contains(JavaModifier.PUBLIC) && mayCall(service, method)) {
                    callable.add(method.getFullName());
                }
            }
        }
        return callable;
    }

    private static boolean mayCall(JavaClass service, JavaMethod method) {
        return method.tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> service.tryGetAnnotationOfType(RolesAllowed.class))
                .map(roles -> Arrays.asList(roles.value()).contains("auditor"))
                .orElse(false);
    }

    /** Methods from which the database is changed, by statement or by entity. */
    private static Set<String> writing() {
        Map<String, Set<String>> callers = callers();
        Deque<String> open = new ArrayDeque<>(callers.keySet().stream()
                .filter(AuditorReadsTest::changesDatabase)
                .toList());
        Set<String> writing = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (String caller : callers.getOrDefault(open.pop(), Set.of())) {
                if (writing.add(caller)) {
                    open.push(caller);
                }
            }
        }
        return writing;
    }

    private static boolean changesDatabase(String method) {
        return method.equals(CHANGE)
                || method.startsWith(BASE + "shared.Sql.update(")
                || method.startsWith("jakarta.persistence.EntityManager.persist(")
                || method.startsWith("jakarta.persistence.EntityManager.merge(")
                || method.startsWith("jakarta.persistence.EntityManager.remove(");
    }

    /** By the method called; what is called of an interface or a superclass is called of whatever overrides it. */
    private static Map<String, Set<String>> callers() {
        Map<String, Set<String>> callers = new HashMap<>();
        for (JavaClass type : EJB) {
            if (RECORDS.contains(type.getName())) {
                continue;
            }
            boolean returning = hasReturning(type);
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
                    if (returning && call.getTarget().getFullName().matches(RESULT)) {
                        add(callers, CHANGE, unit);
                    }
                    add(callers, call.getTarget().getFullName(), unit);
                    String signature = call.getTarget()
                            .getFullName()
                            .substring(call.getTargetOwner().getFullName().length());
                    call.getTargetOwner()
                            .getAllSubclasses()
                            .forEach(lower -> add(callers, lower.getFullName() + signature, unit));
                }
                unit.getMethodReferencesFromSelf()
                        .forEach(reference -> add(callers, reference.getTarget().getFullName(), unit));
            }
        }
        return callers;
    }

    /** A statement can also change rows and read what came of it; which of a class's does is not seen, so all count. */
    private static boolean hasReturning(JavaClass type) {
        try {
            byte[] file =
                    Files.readAllBytes(Path.of(type.getSource().orElseThrow().getUri()));
            return new String(file, StandardCharsets.ISO_8859_1).contains(" returning ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, Set<String>> callers, String called, JavaCodeUnit unit) {
        callers.computeIfAbsent(called, name -> new HashSet<>()).add(unit.getFullName());
    }
}
