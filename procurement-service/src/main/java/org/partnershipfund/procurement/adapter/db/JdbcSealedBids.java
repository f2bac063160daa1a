package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.kernel.envelope.EnvelopeHead;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.tender.Handed;
import org.partnershipfund.procurement.tender.OpeningBids.Content;
import org.partnershipfund.procurement.tender.OpeningBids.Turn;
import org.partnershipfund.procurement.tender.SealedBid;
import org.partnershipfund.procurement.tender.SealedBids;
import org.partnershipfund.procurement.tender.Stake;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.WaitingBid;

/** The box: {@code sealed_bid}, {@code opening_turn}, {@code opening_share}, {@code opened_envelope}; rows are added only. */
@ApplicationScoped
class JdbcSealedBids implements SealedBids {

    /** The newest word of each bidder. */
    private static final String NEWEST = """
            SELECT DISTINCT ON (partner_id) * FROM sealed_bid WHERE tender_id = ? ORDER BY partner_id, number DESC
            """;

    private final Sql sql;
    private final Holds holds;
    private final Documents documents;

    JdbcSealedBids(Sql sql, Holds holds, Documents documents) {
        this.sql = sql;
        this.holds = holds;
        this.documents = documents;
    }

    @Override
    public void submit(SealedBid bid) {
        Envelope technical = bid.envelope(Part.TECHNICAL);
        Envelope price = bid.envelope(Part.PRICE);
        sql.updateOne(
                """
                INSERT INTO sealed_bid (id, tender_id, partner_id, technical, technical_sha256, price, price_sha256,
                                        issuer, subject, submitted_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                bid.id(),
                bid.tender().value(),
                bid.partner(),
                technical == null ? null : technical.bytes(),
                technical == null ? null : technical.digest(),
                price == null ? null : price.bytes(),
                bid.digest(),
                bid.by().issuer(),
                bid.by().subject(),
                JdbcTenders.at(bid.submittedAt()));
        var _ = sql.update("""
                INSERT INTO bidder_member (tender_id, partner_id, issuer, subject)
                SELECT ?, partner_id, issuer, subject FROM partner_member WHERE partner_id = ?
                ON CONFLICT DO NOTHING
                """, bid.tender().value(), bid.partner());
    }

    @Override
    public int handedIn(TenderId tender, UUID partner) {
        holds.hold("bidder " + tender + " " + partner);
        Integer count = sql.first(
                "SELECT count(*) FROM sealed_bid WHERE tender_id = ? AND partner_id = ? AND withdraws IS NULL",
                row -> row.getInt(1),
                tender.value(),
                partner);
        return count == null ? 0 : count;
    }

    @Override
    public Stake stake(TenderId tender, String serviceArea, Person who) {
        return Objects.requireNonNull(sql.first(
                """
                WITH belongs AS (SELECT partner_id FROM partner_member WHERE issuer = ? AND subject = ?),
                     belonged AS (SELECT partner_id FROM bidder_member
                                   WHERE tender_id = ? AND issuer = ? AND subject = ?)
                SELECT EXISTS (SELECT FROM sealed_bid WHERE tender_id = ? AND issuer = ? AND subject = ?),
                       EXISTS (SELECT FROM (%s) newest WHERE withdraws IS NULL
                                  AND (partner_id IN (TABLE belongs) OR partner_id IN (TABLE belonged))),
                       EXISTS (SELECT FROM remembered_program WHERE service_area = ?
                                  AND partner_id IN (TABLE belongs))
                """.formatted(NEWEST),
                row -> new Stake(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)),
                who.issuer(),
                who.subject(),
                tender.value(),
                who.issuer(),
                who.subject(),
                tender.value(),
                who.issuer(),
                who.subject(),
                tender.value(),
                serviceArea));
    }

    @Override
    public void withdraw(TenderId tender, UUID partner, Person by, Instant at) {
        sql.updateOne(
                """
                INSERT INTO sealed_bid (id, tender_id, partner_id, withdraws, issuer, subject, submitted_at)
                SELECT gen_random_uuid(), ?, ?, id, ?, ?, ? FROM (%s) newest WHERE partner_id = ? AND withdraws IS NULL
                """.formatted(NEWEST),
                tender.value(),
                partner,
                by.issuer(),
                by.subject(),
                JdbcTenders.at(at),
                tender.value(),
                partner);
    }

    @Override
    public List<WaitingBid> counting(TenderId tender, Part part) {
        return sql.list(
                """
                SELECT id, partner_id, price_sha256, issuer, subject, submitted_at,
                       substring(%s FROM 1 FOR %d) AS head
                  FROM (%s) newest WHERE withdraws IS NULL ORDER BY id
                """.formatted(word(part), EnvelopeHead.LENGTH, NEWEST), JdbcSealedBids::waiting, tender.value());
    }

    private static WaitingBid waiting(ResultSet row) throws SQLException {
        byte @Nullable [] head = row.getBytes("head");
        try {
            return new WaitingBid(
                    row.getObject("id", UUID.class),
                    row.getObject("partner_id", UUID.class),
                    row.getString("price_sha256"),
                    person(row),
                    row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                    head == null ? null : EnvelopeHead.of(head));
        } catch (EnvelopeException e) {
            throw new IllegalStateException("the box has something else than envelopes", e);
        }
    }

    @Override
    public Optional<Envelope> envelope(TenderId tender, UUID bid, Part part) {
        return Optional.ofNullable(sql.first(
                "SELECT %1$s FROM sealed_bid WHERE tender_id = ? AND id = ? AND %1$s IS NOT NULL".formatted(word(part)),
                row -> envelope(row.getBytes(1)),
                tender.value(),
                bid));
    }

    private static Envelope envelope(byte[] bytes) {
        try {
            return Envelope.of(bytes);
        } catch (EnvelopeException e) {
            throw new IllegalStateException("the box has something else than envelopes", e);
        }
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getString("issuer"), row.getString("subject"));
    }

    @Override
    public int count(TenderId tender) {
        Integer count = sql.first(
                "SELECT count(*) FROM (%s) newest WHERE withdraws IS NULL".formatted(NEWEST),
                row -> row.getInt(1),
                tender.value());
        return count == null ? 0 : count;
    }

    @Override
    public Optional<Receipt> receipt(TenderId tender, UUID partner) {
        return Optional.ofNullable(sql.first(
                "SELECT * FROM (%s) newest WHERE partner_id = ? AND withdraws IS NULL".formatted(NEWEST),
                row -> new Receipt(
                        row.getObject("id", UUID.class),
                        tender,
                        partner,
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        Stream.of(row.getString("technical_sha256"), row.getString("price_sha256"))
                                .filter(digest -> digest != null)
                                .toList()),
                tender.value(),
                partner));
    }

    @Override
    public void hand(TenderId tender, Part part, Turn turn, List<Handed> shares) {
        sql.updateOne(
                """
                INSERT INTO opening_turn (tender_id, part, key, issuer, subject, witnesses, at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                tender.value(),
                word(part),
                turn.key(),
                turn.by().issuer(),
                turn.by().subject(),
                documents.write(turn.witnesses()),
                JdbcTenders.at(turn.at()));
        sql.insertAll(
                "INSERT INTO opening_share (tender_id, part, key, bid_id, share, why) VALUES (?, ?, ?, ?, ?, ?)",
                shares.stream()
                        .map(one -> new @Nullable Object[] {
                            tender.value(), word(part), one.key(), one.bid(), one.share(), one.why()
                        }));
    }

    @Override
    public List<Handed> handed(TenderId tender, Part part) {
        return sql.list(
                """
                SELECT s.bid_id, s.key, s.share, s.why, t.issuer, t.subject
                  FROM opening_share s JOIN opening_turn t USING (tender_id, part, key)
                 WHERE s.tender_id = ? AND s.part = ? ORDER BY s.key, s.bid_id
                """,
                row -> new Handed(
                        row.getObject("bid_id", UUID.class),
                        row.getInt("key"),
                        person(row),
                        row.getString("share"),
                        row.getString("why")),
                tender.value(),
                word(part));
    }

    @Override
    public List<Turn> turns(TenderId tender, Part part) {
        return sql.list(
                "SELECT * FROM opening_turn WHERE tender_id = ? AND part = ? ORDER BY key",
                row -> new Turn(
                        row.getInt("key"),
                        person(row),
                        List.of(documents.read(row.getString("witnesses"), String[].class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()),
                tender.value(),
                word(part));
    }

    @Override
    public void keep(Content content) {
        sql.updateOne(
                "INSERT INTO opened_envelope (bid_id, part, content) VALUES (?, ?, ?)",
                content.bid(),
                word(content.part()),
                content.bytes());
    }

    @Override
    public Optional<byte[]> content(TenderId tender, UUID bid, Part part) {
        return Optional.ofNullable(sql.first("""
                SELECT content FROM opened_envelope o JOIN sealed_bid b ON b.id = o.bid_id
                 WHERE b.tender_id = ? AND o.bid_id = ? AND o.part = ?
                """, row -> row.getBytes(1), tender.value(), bid, word(part)));
    }

    private static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
