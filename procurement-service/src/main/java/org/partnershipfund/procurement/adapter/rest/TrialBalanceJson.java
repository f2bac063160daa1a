package org.partnershipfund.procurement.adapter.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.Statements;
import org.partnershipfund.procurement.ledger.TrialBalance;

/** A trial balance on the wire. */
@Schema(name = "TrialBalance", description = "What is stored beside what all transfers add up to, at one instant")
public record TrialBalanceJson(
        @Schema(description = "Debits equal credits, and nothing stored differs from its transfers")
        boolean balances,

        MoneyJson debits,
        MoneyJson credits,
        @Schema(examples = "60") long lines,
        @Schema(examples = "120") long transfers,
        @Schema(examples = "0") long commitments,
        List<AccountJson> accounts,

        @Schema(description = "Where the books differ from their own transfers, at most 100; empty when all is well")
        List<DisagreementJson> disagreements,

        @Schema(description = "Whether reserved, encumbered and expended agree with selections, contracts and invoices")
        boolean papersAgree,

        @Schema(description = "The ledger beside approved selections, executed contracts less payments, paid invoices")
        List<PaperJson> papers,

        @Schema(description = "Where a line differs from its papers, at most 100")
        List<PaperJson> paperDisagreements) {

    /** One account of the ledger beside the papers behind it. */
    @Schema(name = "TrialBalancePaper")
    public record PaperJson(@Schema(examples = "encumbered") String what, MoneyJson ledger, MoneyJson papers) {}

    /** One account over all lines. */
    @Schema(name = "TrialBalanceAccount")
    public record AccountJson(
            @Schema(examples = "\"appropriated\"") String account,
            @Schema(enumeration = {"debit", "credit"}) String side,
            MoneyJson stored,
            MoneyJson folded) {}

    /** One difference. */
    @Schema(name = "TrialBalanceDisagreement")
    public record DisagreementJson(String what, MoneyJson stored, MoneyJson folded) {}

    /** What the accounts held at an instant. */
    @Schema(name = "PastTrialBalance")
    public record PastJson(Instant asOf, MoneyJson debits, MoneyJson credits, List<PastAccountJson> accounts) {

        static PastJson of(Instant asOf, Map<Account, Money> folded) {
            return new PastJson(
                    asOf,
                    MoneyJson.of(sum(folded, Account.Side.DEBIT)),
                    MoneyJson.of(sum(folded, Account.Side.CREDIT)),
                    Arrays.stream(Account.values())
                            .map(account -> new PastAccountJson(
                                    account.word(),
                                    account.side().name().toLowerCase(Locale.ROOT),
                                    MoneyJson.of(Statements.of(folded, account))))
                            .toList());
        }

        private static Money sum(Map<Account, Money> folded, Account.Side side) {
            return Arrays.stream(Account.values())
                    .filter(account -> account.side() == side)
                    .map(account -> Statements.of(folded, account))
                    .reduce(Money.ZERO, Money::plus);
        }
    }

    /** One account at that instant. */
    @Schema(name = "PastTrialBalanceAccount")
    public record PastAccountJson(
            String account,
            @Schema(enumeration = {"debit", "credit"}) String side,
            MoneyJson folded) {}

    static TrialBalanceJson of(TrialBalance trial) {
        return new TrialBalanceJson(
                trial.balances(),
                MoneyJson.of(trial.debits()),
                MoneyJson.of(trial.credits()),
                trial.lines(),
                trial.transfers(),
                trial.commitments(),
                trial.accounts().stream()
                        .map(row -> new AccountJson(
                                row.account().word(),
                                row.account().side().name().toLowerCase(Locale.ROOT),
                                MoneyJson.of(row.stored()),
                                MoneyJson.of(row.folded())))
                        .toList(),
                trial.disagreements().stream()
                        .map(one -> new DisagreementJson(
                                one.what(), MoneyJson.of(one.stored()), MoneyJson.of(one.folded())))
                        .toList(),
                trial.papers().agree(),
                trial.papers().accounts().stream()
                        .map(row -> new PaperJson(
                                row.account().word(), MoneyJson.of(row.stored()), MoneyJson.of(row.folded())))
                        .toList(),
                trial.papers().disagreements().stream()
                        .map(one -> new PaperJson(one.what(), MoneyJson.of(one.stored()), MoneyJson.of(one.folded())))
                        .toList());
    }
}
