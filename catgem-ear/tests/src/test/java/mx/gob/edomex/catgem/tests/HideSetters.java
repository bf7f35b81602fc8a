package mx.gob.edomex.catgem.tests;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No public method that returns nothing: such a method can only change the entity. */
final class HideSetters extends ArchCondition<JavaClass> {
    HideSetters() {
        super("have no public method that changes them");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getRawReturnType().isEquivalentTo(void.class))
                .forEach(method -> events.add(SimpleConditionEvent.violated(method, method.getFullName())));
        events.add(SimpleConditionEvent.satisfied(type, type.getName()));
    }
}
