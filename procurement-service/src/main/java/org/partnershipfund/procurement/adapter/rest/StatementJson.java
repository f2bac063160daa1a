package org.partnershipfund.procurement.adapter.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.Statements;
import org.partnershipfund.procurement.ledger.Statements.Place;
import org.partnershipfund.procurement.ledger.Statements.Span;

/** A statement on the wire: an opening, every transfer with what it left, a closing. */
public final class StatementJson {

    private StatementJson() {}

    /** A row of a budget line's statement. */
    @Schema(
            name = "StatementRow",
            description = "The opening, a transfer with the balances that it left, or the closing")
    public record LineRow(
            @Schema(enumeration = {"opening", "transfer", "closing"})
            String kind,

            @Schema(description = "When it happened, on the district clock")
            Instant at,

            @Schema(examples = "\"encumber\"", description = "Absent but for a transfer") @Nullable String move,

            @Nullable MoneyJson amount,

            @Schema(description = "The id of the event or request behind it") @Nullable String cause,

            @Schema(examples = "\"Allocation published\"") @Nullable String reason,

            MoneyJson planned,
            MoneyJson appropriated,
            MoneyJson available,
            MoneyJson reserved,
            MoneyJson encumbered,
            MoneyJson expended,
            MoneyJson lapsed,
            @Nullable UUID transferId,

            @Schema(description = "When it was written, in real time") @Nullable Instant recordedAt) {

        private static LineRow of(String kind, Instant at, Ledger.@Nullable Entry entry, Map<Account, Money> balances) {
            Function<Account, MoneyJson> of = account -> MoneyJson.of(Statements.of(balances, account));
            return new LineRow(
                    kind,
                    at,
                    entry == null ? null : entry.transfer().move().word(),
                    entry == null ? null : MoneyJson.of(entry.transfer().amount()),
                    entry == null ? null : entry.transfer().voucher().cause(),
                    entry == null ? null : entry.transfer().voucher().reason(),
                    of.apply(Account.PLANNED),
                    of.apply(Account.APPROPRIATED),
                    of.apply(Account.AVAILABLE),
                    of.apply(Account.RESERVED),
                    of.apply(Account.ENCUMBERED),
                    of.apply(Account.EXPENDED),
                    of.apply(Account.LAPSED),
                    entry == null ? null : entry.transfer().voucher().number(),
                    entry == null ? null : entry.recordedAt());
        }

        static LineRow opening(Span span, Statements.Ends ends) {
            return of("opening", span.from(), null, ends.opening());
        }

        static LineRow of(Statements.Entry entry) {
            return of("transfer", entry.entry().transfer().voucher().at(), entry.entry(), entry.balances());
        }

        static LineRow closing(Span span, Statements.Ends ends) {
            return of("closing", span.asOf(), null, ends.closing());
        }
    }

    /** A row of a contract's statement. */
    @Schema(
            name = "ContractStatementRow",
            description = "The opening, a transfer with what is encumbered and expended after it, or the closing")
    public record ContractRow(
            @Schema(enumeration = {"opening", "transfer", "closing"})
            String kind,

            @Schema(description = "When it happened, on the district clock")
            Instant at,

            @Schema(examples = "00350231") @Nullable String schoolCode,

            @Schema(examples = "\"expend\"", description = "Absent but for a transfer") @Nullable String move,

            @Nullable MoneyJson amount,

            @Schema(description = "The contract or the invoice behind it") @Nullable String cause,

            @Nullable String reason,

            @Schema(description = "Owed under the contract and not paid")
            MoneyJson encumbered,

            @Schema(description = "Paid under the contract, less what came back")
            MoneyJson expended,

            @Nullable UUID transferId,

            @Schema(description = "When it was written, in real time") @Nullable Instant recordedAt) {

        private static ContractRow end(String kind, Instant at, Money encumbered, Money expended) {
            return new ContractRow(
                    kind,
                    at,
                    null,
                    null,
                    null,
                    null,
                    null,
                    MoneyJson.of(encumbered),
                    MoneyJson.of(expended),
                    null,
                    null);
        }

        static ContractRow opening(Span span, Statements.ContractEnds ends) {
            return end("opening", span.from(), ends.openingEncumbered(), ends.openingExpended());
        }

        static ContractRow of(Statements.ContractEntry one) {
            var transfer = one.entry().transfer();
            return new ContractRow(
                    "transfer",
                    transfer.voucher().at(),
                    one.school().value(),
                    transfer.move().word(),
                    MoneyJson.of(transfer.amount()),
                    transfer.voucher().cause(),
                    transfer.voucher().reason(),
                    MoneyJson.of(one.encumbered()),
                    MoneyJson.of(one.expended()),
                    transfer.voucher().number(),
                    one.entry().recordedAt());
        }

        static ContractRow closing(Span span, Statements.ContractEnds ends) {
            return end("closing", span.asOf(), ends.encumbered(), ends.expended());
        }
    }

    /** The place where the page before ended. */
    static Optional<Place> after(Paging page) {
        return page.after().map(cursor -> new Place(cursor.instant(0), cursor.number(1)));
    }

    /**
     * A page of a statement: the opening stands before the first transfer of the first page, the closing after the last of
     * the last.
     *
     * @param transfers up to {@link Paging#rows()} of them
     */
    static <T, R> Page<R> page(
            List<T> transfers,
            Paging paging,
            Function<T, Ledger.Entry> entry,
            Function<T, R> row,
            R opening,
            R closing) {
        Page<T> page = Page.of(transfers, paging, one -> {
            var last = entry.apply(one);
            return Cursor.at(last.transfer().voucher().at(), last.number());
        });
        List<R> rows = new ArrayList<>();
        if (paging.after().isEmpty()) {
            rows.add(opening);
        }
        page.items().forEach(one -> rows.add(row.apply(one)));
        if (page.next() == null) {
            rows.add(closing);
        }
        return new Page<>(rows, page.next());
    }
}
