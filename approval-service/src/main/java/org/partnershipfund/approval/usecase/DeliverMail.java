package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.partnershipfund.approval.mail.MailOutbox.State;
import org.partnershipfund.approval.mail.OutboundMail;
import org.partnershipfund.approval.mail.OutboundMail.Lent;
import org.partnershipfund.approval.mail.Verdict;

/** Hands messages that are due to whoever sends them, and settles what came of it; nothing is held while one is sent. */
@ApplicationScoped
public class DeliverMail {

    private final OutboundMail outbound;

    DeliverMail(OutboundMail outbound) {
        this.outbound = outbound;
    }

    /** Lends what is due; see {@link OutboundMail#lend}. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Lent> lend(Instant now, Instant until, int limit) {
        return outbound.lend(now, until, limit);
    }

    /**
     * Settles an attempt (policy reminders §4).
     *
     * @param at the real time
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void settle(Lent lent, Verdict.Answer answer, Instant at) {
        switch (Verdict.of(lent.attempts(), answer)) {
            case Verdict.Taken _ -> outbound.settle(lent, State.SENT, Optional.empty(), at);
            case Verdict.Again(var pause, String fault) -> outbound.again(lent, fault, at.plus(pause));
            case Verdict.GivenUp(String fault) -> outbound.settle(lent, State.GIVEN_UP, Optional.of(fault), at);
        }
    }

    /** Settles messages that go nowhere, all at once: their persons gave no address, or want no mail. */
    @Transactional(TxType.REQUIRES_NEW)
    public void leave(List<Lent> nowhere, Instant at) {
        nowhere.stream()
                .collect(Collectors.groupingBy(lent -> lent.contact().isPresent() ? State.DECLINED : State.UNADDRESSED))
                .forEach((state, lents) -> outbound.leave(lents, state, at));
    }
}
