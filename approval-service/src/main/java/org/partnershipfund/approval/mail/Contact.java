package org.partnershipfund.approval.mail;

import java.time.Instant;
import org.partnershipfund.approval.person.Person;

/**
 * Where somebody is written to; personal data (§1).
 *
 * @param address of e-mail
 * @param wantsMail whether they want any
 * @param setBy themself, or somebody of the partnerships team
 */
public record Contact(Person person, String address, boolean wantsMail, Person setBy, Instant setAt) {

    /** Without the address, so that no log ever has it. */
    @Override
    public String toString() {
        return "Contact of " + person.subject();
    }
}
