package org.partnershipfund.local.command;

import java.io.UncheckedIOException;
import org.partnershipfund.local.client.UnexpectedAnswerException;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.token.Tokens;

/** What the operator's commands share. */
final class Operator {

    private Operator() {}

    static Tokens tokens(Place place) {
        return Tokens.at(place);
    }

    /** Whether a service is away for now, as the line that says so; whatever else went wrong goes on its way. */
    static String away(Service service, RuntimeException thrown) {
        return switch (thrown) {
            case UncheckedIOException unreachable -> Sentence.of(unreachable);
            case UnexpectedAnswerException answer
            when answer.isOutage() -> service.module() + " cannot answer now (503): ./fund status";
            case RuntimeException other -> throw other;
        };
    }

    static Service service(String word) {
        return Service.named(word)
                .orElseThrow(() -> new SettingException(
                        "there is no service \"" + word + "\": allocation, portfolio, approval, procurement"));
    }
}
