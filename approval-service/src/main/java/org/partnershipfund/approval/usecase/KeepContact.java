package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.partnershipfund.approval.mail.Contact;
import org.partnershipfund.approval.mail.Contacts;
import org.partnershipfund.approval.mail.MailRefusal.ContactExists;
import org.partnershipfund.approval.mail.MailRefusal.NoSuchContact;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** People say where they are written to, and whether at all; the partnerships team may say it for them. */
@ApplicationScoped
public class KeepContact {

    private final Contacts contacts;
    private final AuditTrail audit;
    private final Clock clock;

    KeepContact(Contacts contacts, AuditTrail audit, Clock clock) {
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a contact.
     *
     * @param seen the version that the caller decided upon; empty for the first
     * @throws RefusedException if there is one already, or none to change
     */
    @Transactional
    public Versioned<Contact> keep(Person person, Optional<Long> seen, String address, boolean wantsMail, Person by) {
        var next = new Contact(person, address, wantsMail, by, clock.instant());
        Optional<Versioned<Contact>> read = contacts.find(person);
        long version;
        if (seen.isEmpty()) {
            if (!contacts.add(next)) {
                throw new RefusedException(new ContactExists());
            }
            version = 1;
        } else {
            long known = seen.get();
            var kept = read.orElseThrow(() -> new RefusedException(new NoSuchContact()))
                    .expecting(person.subject(), known);
            version = contacts.change(next, kept.version());
        }
        audit.record(new AuditTrail.Change(
                "ContactKept",
                person.subject(),
                read.map(kept -> Audited.of(kept.value())).orElse(null),
                Audited.of(next)));
        return new Versioned<>(next, version);
    }

    /**
     * The contact of a person; who reads it is kept on record.
     *
     * @throws RefusedException if there is none
     */
    @Transactional
    public Versioned<Contact> read(Person person) {
        var found = contacts.find(person).orElseThrow(() -> new RefusedException(new NoSuchContact()));
        audit.record(new AuditTrail.Change("ContactRead", person.subject(), null, null));
        return found;
    }

    private record Audited(Personal address, boolean wantsMail) {
        static Audited of(Contact contact) {
            Person person = contact.person();
            return new Audited(
                    new Personal(person.issuer() + " " + person.subject(), contact.address()), contact.wantsMail());
        }
    }
}
