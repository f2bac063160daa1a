package org.partnershipfund.approval.mail;

import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** The contacts of all people who gave one. */
public interface Contacts {

    /** The person's contact, if there is one. */
    Optional<Versioned<Contact>> find(Person person);

    /**
     * Keeps the first contact of a person.
     *
     * @return whether there was none before
     */
    boolean add(Contact contact);

    /**
     * Stores the contact as the successor of the version it was read with.
     *
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long change(Contact contact, long readVersion);
}
