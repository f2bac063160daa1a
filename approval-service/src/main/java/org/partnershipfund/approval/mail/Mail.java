package org.partnershipfund.approval.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;

/**
 * One message to one person, as it was put down with its cause.
 *
 * @param thing what it is about, such as a booking's id
 * @param edition which state or deadline of the thing; nobody is written to twice about the same one (§3)
 * @param subject one line
 * @param paragraphs plain sentences, no data of pupils
 * @param path of the door behind which one reads on; empty for none
 * @param calendar a file of RFC 5545
 * @param at when its cause happened
 */
public record Mail(
        MailId id,
        Person to,
        MailKind kind,
        String thing,
        String edition,
        String subject,
        List<String> paragraphs,
        Optional<String> path,
        Optional<String> calendar,
        Instant at) {
    public Mail {
        paragraphs = List.copyOf(paragraphs);
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }
}
