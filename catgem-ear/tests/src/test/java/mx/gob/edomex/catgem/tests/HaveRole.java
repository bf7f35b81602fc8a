package mx.gob.edomex.catgem.tests;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** {@code @RolesAllowed}, {@code @PermitAll} or {@code @DenyAll} on the method or on its class. */
final class HaveRole extends ArchCondition<JavaMethod> {
    HaveRole() {
        super("say who may call it, on the method or on its class");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        events.add(new SimpleConditionEvent(method, ArchitectureTest.saysWho(method), method.getFullName()));
    }
}
