package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.Question;
import org.partnershipfund.procurement.tender.Tender.Published;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal.AnsweredAlready;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchQuestion;
import org.partnershipfund.procurement.tender.TenderRefusal.NotNow;
import org.partnershipfund.procurement.tender.Tendering;
import org.partnershipfund.procurement.tender.Tenders;

/** Partners ask, officers answer everybody at once. Who asked is kept nowhere (docs/policy/tenders.md §3). */
@ApplicationScoped
public class AskAboutTender {

    private final TenderDesk desk;
    private final Tenders tenders;
    private final ProcurementRules rules;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    AskAboutTender(TenderDesk desk, Tenders tenders, ProcurementRules rules, AuditTrail audit, Ids ids, Clock clock) {
        this.desk = desk;
        this.tenders = tenders;
        this.rules = rules;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @throws RefusedException if it is too late
     */
    @Transactional
    public Question ask(TenderId id, String text) {
        var held = desk.share(id);
        Tendering.lateToAsk(held.now(), rules.all(), clock.getZone(), held.at()).ifPresent(why -> {
            throw new RefusedException(why);
        });
        var question = new Question(ids.next(), id, text, held.at(), null, null);
        tenders.ask(question);
        return question;
    }

    /**
     * Answers, to everybody.
     *
     * @throws RefusedException if it is answered, or envelopes are not taken in any more
     */
    @Transactional
    public Question answer(TenderId id, UUID asked, String answer) {
        var held = desk.hold(id);
        var question =
                tenders.question(id, asked).orElseThrow(() -> new RefusedException(new NoSuchQuestion(id, asked)));
        if (question.answer() != null) {
            throw new RefusedException(new AnsweredAlready(asked));
        }
        if (!(held.now() instanceof Published)) {
            throw new RefusedException(new NotNow(
                    id,
                    "an answer after the deadline helps nobody; it is "
                            + held.now().word()));
        }
        var answered = new Question(asked, id, question.text(), question.askedAt(), answer, held.at());
        tenders.answer(answered);
        audit.record(new Change("QuestionAnswered", id.toString(), question, answered));
        return answered;
    }
}
