package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.partnershipfund.approval.mail.Contact;
import org.partnershipfund.approval.mail.Contacts;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Contacts in table {@code mail_contact}. */
@ApplicationScoped
class JdbcContacts implements Contacts {

    private final Sql sql;

    JdbcContacts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Versioned<Contact>> find(Person person) {
        return sql
                .list(
                        "SELECT * FROM mail_contact WHERE issuer = ? AND subject = ?",
                        row -> new Versioned<>(contact(row, person), row.getLong("version")),
                        person.issuer(),
                        person.subject())
                .stream()
                .findFirst();
    }

    /** The contact of a row that has its columns. */
    static Contact contact(ResultSet row, Person person) throws SQLException {
        return new Contact(
                person,
                row.getString("address"),
                row.getBoolean("wants_mail"),
                new Person(row.getString("set_issuer"), row.getString("set_subject")),
                Times.of(row, "modified_at"));
    }

    @Override
    public boolean add(Contact contact) {
        return sql.update(
                        """
                        INSERT INTO mail_contact (issuer, subject, address, wants_mail, set_issuer, set_subject,
                                                  modified_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING
                        """,
                        contact.person().issuer(),
                        contact.person().subject(),
                        contact.address(),
                        contact.wantsMail(),
                        contact.setBy().issuer(),
                        contact.setBy().subject(),
                        Times.parameter(contact.setAt()))
                == 1;
    }

    @Override
    public long change(Contact contact, long readVersion) {
        int rows = sql.update(
                """
                UPDATE mail_contact SET address = ?, wants_mail = ?, set_issuer = ?, set_subject = ?, modified_at = ?,
                       version = version + 1
                 WHERE issuer = ? AND subject = ? AND version = ?
                """,
                contact.address(),
                contact.wantsMail(),
                contact.setBy().issuer(),
                contact.setBy().subject(),
                Times.parameter(contact.setAt()),
                contact.person().issuer(),
                contact.person().subject(),
                readVersion);
        if (rows != 1) {
            throw new StaleStateException(contact.person().subject(), readVersion);
        }
        return readVersion + 1;
    }
}
