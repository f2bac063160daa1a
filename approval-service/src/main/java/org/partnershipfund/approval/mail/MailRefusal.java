package org.partnershipfund.approval.mail;

import org.partnershipfund.kernel.Refusal;

/** Every way contacts can say no. */
public sealed interface MailRefusal extends Refusal {

    /** The person gave no address. */
    record NoSuchContact() implements MailRefusal {
        @Override
        public String sentence() {
            return "There is no contact of that person. They give one with PUT /me/contact, or the partnerships team does with PUT /contacts.";
        }
    }

    /** What is kept is changed by who has seen it. */
    record ContactExists() implements MailRefusal {
        @Override
        public String sentence() {
            return "A contact of that person is kept already. Read it, and send yours with its ETag in If-Match.";
        }
    }
}
