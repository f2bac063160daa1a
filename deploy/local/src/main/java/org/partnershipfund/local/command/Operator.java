package org.partnershipfund.local.command;

import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.token.LocalTokens;
import org.partnershipfund.local.token.SigningKey;

/** What the operator's commands share. */
final class Operator {

    private Operator() {}

    static LocalTokens tokens(Place place) {
        return new LocalTokens(new SigningKey(new Secrets(place.secrets())));
    }

    static Service service(String word) {
        return Service.named(word)
                .orElseThrow(() -> new SettingException(
                        "there is no service \"" + word + "\": allocation, portfolio, approval, procurement"));
    }
}
