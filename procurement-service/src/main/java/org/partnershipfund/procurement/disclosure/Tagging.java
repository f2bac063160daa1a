package org.partnershipfund.procurement.disclosure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.partnershipfund.procurement.disclosure.Tree.Fields;

/** Says what a release is about, by what it changes. Source: docs/policy/disclosure.md §2. */
final class Tagging {

    private final Fields before;
    private final Fields news;
    private final Set<Tag> tags = EnumSet.noneOf(Tag.class);

    private Tagging(Fields before, Fields news) {
        this.before = before;
        this.news = news;
    }

    /**
     * The tags of a release, in the order of the codelist.
     *
     * @param before what was published; empty before the first release
     */
    static List<Tag> of(Fields before, Fields news) {
        var tagging = new Tagging(before, news);
        tagging.planning();
        tagging.tender();
        tagging.awards();
        news.objects("contracts").forEach(tagging::contract);
        if (tagging.tags.isEmpty()) {
            // Only who takes part changed, such as a name.
            tagging.tags.add(Tag.PLANNING_UPDATE);
        }
        return List.copyOf(tagging.tags);
    }

    private void planning() {
        if (before.isEmpty()) {
            tags.add(Tag.PLANNING);
        } else if (!news.object("planning").isEmpty()) {
            tags.add(Tag.PLANNING_UPDATE);
        }
    }

    private void tender() {
        Fields now = news.object("tender");
        if (now.isEmpty()) {
            return;
        }
        Fields then = before.object("tender");
        String status = now.text("status");
        boolean wasPlanned = then.isEmpty() || then.text("status").equals("planned");
        if (status.equals("cancelled")) {
            tags.add(Tag.TENDER_CANCELLATION);
        } else if (status.equals("planned")) {
            tags.add(before.isEmpty() ? Tag.PLANNING : Tag.PLANNING_UPDATE);
        } else if (wasPlanned) {
            tags.add(Tag.TENDER);
        } else {
            boolean askedAgain = !now.object("tenderPeriod").equals(then.object("tenderPeriod"))
                    || !now.text("procurementMethod").equals(then.text("procurementMethod"));
            tags.add(askedAgain ? Tag.TENDER_AMENDMENT : Tag.TENDER_UPDATE);
        }
    }

    private void awards() {
        for (Fields award : news.objects("awards")) {
            boolean known = !known("awards", award).isEmpty();
            if (award.text("status").equals("cancelled")) {
                tags.add(Tag.AWARD_CANCELLATION);
            } else {
                tags.add(known ? Tag.AWARD_UPDATE : Tag.AWARD);
            }
        }
    }

    private void contract(Fields contract) {
        Fields then = known("contracts", contract);
        String status = contract.text("status");
        boolean told = !status.isEmpty();
        if (then.isEmpty()) {
            tags.add(Tag.CONTRACT);
        } else if (told && ended(status) && !ended(then.text("status"))) {
            tags.add(Tag.CONTRACT_TERMINATION);
        } else if (told) {
            boolean amended = contract.objects("amendments").size()
                    > then.objects("amendments").size();
            tags.add(amended ? Tag.CONTRACT_AMENDMENT : Tag.CONTRACT_UPDATE);
        }
        if (!contract.object("implementation").isEmpty()) {
            boolean begun = !then.object("implementation").isEmpty();
            tags.add(begun ? Tag.IMPLEMENTATION_UPDATE : Tag.IMPLEMENTATION);
        }
    }

    private static boolean ended(String status) {
        return status.equals("terminated") || status.equals("cancelled");
    }

    private Fields known(String list, Fields one) {
        return before.objects(list).stream()
                .filter(known -> known.id().equals(one.id()))
                .findFirst()
                .orElse(Fields.NONE);
    }
}
