package org.partnershipfund.foundation.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.audit.Actor.ActingAs;
import org.partnershipfund.foundation.eventlog.AfterCommit;
import org.partnershipfund.foundation.eventlog.Sealer;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.AuditTrail;

/** The audit trail in PostgreSQL, sealed into the same chain as the event log. */
@ApplicationScoped
public class JdbcAuditTrail implements AuditTrail {

    private final Sql sql;
    private final Clock clock;
    private final Actor actor;
    private final AfterCommit afterCommit;
    private final Sealer sealer;
    private final String service;
    private final ObjectWriter json;

    @Inject
    JdbcAuditTrail(
            Sql sql,
            Clock clock,
            Actor actor,
            Salts salts,
            AfterCommit afterCommit,
            Sealer sealer,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
        this.sql = sql;
        this.clock = clock;
        this.actor = actor;
        this.afterCommit = afterCommit;
        this.sealer = sealer;
        this.json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .addModule(new SimpleModule().addSerializer(new PersonalAsDigest(salts)))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build()
                .writer();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void record(Change change) {
        ActingAs who = actingAs();
        sql.later(
                """
                INSERT INTO audit_log (at, issuer, actor, roles, reason, request_id, action, subject, state_before,
                                       state_after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                who.issuer(),
                who.id(),
                who.roles(),
                who.reason(),
                who.requestId(),
                change.action(),
                change.subject(),
                text(change.before()),
                text(change.after()));
        afterCommit.once(Sealer.class, sealer::wake);
    }

    /** Without any request, such as in a job by the clock, the service acts by itself. */
    private ActingAs actingAs() {
        return Arc.container().requestContext().isActive() ? actor.now() : ActingAs.service(service, null, null);
    }

    private @Nullable String text(@Nullable Object state) {
        if (state == null) {
            return null;
        }
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write the state of " + state.getClass().getName(), e);
        }
    }

    private static final class PersonalAsDigest extends StdSerializer<Personal> {
        private final transient Salts salts;

        PersonalAsDigest(Salts salts) {
            super(Personal.class);
            this.salts = salts;
        }

        @Override
        public void serialize(Personal personal, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(salts.digest(personal));
        }
    }
}
