package org.partnershipfund.approval.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Students;
import org.partnershipfund.approval.person.Person;

/** How people are shown behind doors: everybody as who they are, and students not at all. */
@ApplicationScoped
class Adults {

    private final Students students;

    Adults(Students students) {
        this.students = students;
    }

    /** How each of these is shown. */
    Shown among(Collection<Person> people) {
        return new Shown(students.among(people));
    }

    /** How people are shown of whom it is known which are students. */
    record Shown(Set<Person> students) {

        /** The person; null for a student. */
        @Nullable PersonJson of(Person person) {
            return students.contains(person) ? null : PersonJson.of(person);
        }
    }
}
