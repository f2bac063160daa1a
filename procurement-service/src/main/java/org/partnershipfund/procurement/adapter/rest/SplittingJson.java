package org.partnershipfund.procurement.adapter.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.process.ProcessRefusal.Splitting;

/** The evidence of a purchase that would be split, beside the sentence. */
record SplittingJson(
        MoneyJson value,
        MoneyJson together,
        String demands,
        List<EarlierJson> earlier,
        List<CrossedJson> thresholdsCrossed) {

    /** A purchase that counts together with it. */
    record EarlierJson(
            UUID processId,
            String partnerName,
            String programName,
            String serviceArea,
            String route,
            MoneyJson value,
            String method,
            LocalDate openedOn) {}

    /** A threshold that the purchase alone is below. */
    record CrossedJson(String rule, String demands, MoneyJson from, String source) {}

    static SplittingJson of(Splitting split) {
        return new SplittingJson(
                MoneyJson.of(split.value()),
                MoneyJson.of(split.together()),
                split.method().word(),
                split.with().stream()
                        .map(one -> new EarlierJson(
                                one.process().value(),
                                one.partner(),
                                one.program(),
                                one.area(),
                                one.route().word(),
                                MoneyJson.of(one.value()),
                                one.method().word(),
                                one.openedOn()))
                        .toList(),
                split.crossed().stream()
                        .map(one -> new CrossedJson(
                                one.rule(), one.demands(), MoneyJson.of(one.from()), one.source()))
                        .toList());
    }
}
