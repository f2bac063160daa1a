package org.partnershipfund.local.token;

/** A token was asked for somebody who is not known here; the message is one line for the user. */
public final class UnknownPersonException extends RuntimeException {

    UnknownPersonException(String username) {
        super(
                "nobody is called \"%s\": a role such as budget-office, a username of deploy/sample/people.csv, or one of %s"
                        .formatted(username, String.join(", ", People.SYSTEMS)));
    }
}
