package org.partnershipfund.local.command;

import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.token.Tokens;

/** What the operator's commands share. */
final class Operator {

    private Operator() {}

    static Tokens tokens(Place place) {
        return Tokens.at(place);
    }

    static Service service(String word) {
        return Service.named(word)
                .orElseThrow(() -> new SettingException(
                        "there is no service \"" + word + "\": allocation, portfolio, approval, procurement"));
    }
}
