package org.partnershipfund.foundation.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.AuditTrail.Personal;

/** One secret per person, by which the audit trail can recognise a value and never tell it. */
@ApplicationScoped
public class Salts {

    private static final int SALT_BYTES = 32;

    private final Sql sql;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Salts(Sql sql) {
        this.sql = sql;
    }

    /** HMAC-SHA-256 of the value under the person's salt, which is made at the first mention. */
    String digest(Personal personal) {
        byte[] fresh = new byte[SALT_BYTES];
        random.nextBytes(fresh);
        int made = sql.update(
                "INSERT INTO audit_salt (person, salt) VALUES (?, ?) ON CONFLICT DO NOTHING", personal.person(), fresh);
        byte[] salt = made == 1
                ? fresh
                : sql.first("SELECT salt FROM audit_salt WHERE person = ?", row -> row.getBytes(1), personal.person());
        if (salt == null) {
            throw new IllegalStateException("the salt was destroyed while it was being used");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return "hmac-sha256:"
                    + HexFormat.of().formatHex(mac.doFinal(personal.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /**
     * Destroys a person's salt: from then on nobody can test a guess against the person's digests.
     *
     * @return whether there was one
     */
    @Transactional(TxType.MANDATORY)
    public boolean destroy(String person) {
        return sql.update("DELETE FROM audit_salt WHERE person = ?", person) > 0;
    }
}
