package org.partnershipfund.procurement.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.procurement.checklist.Checklist;
import org.partnershipfund.procurement.checklist.Checklist.Item;
import org.partnershipfund.procurement.process.ProcessId;

/** The requirements of a process on the wire. */
@Schema(name = "ProcessRequirements", description = "Each by its dated rule; what meets it, or what must be done next")
public record ChecklistJson(
        UUID processId,

        @Schema(description = "The day whose rules count: that of the solicitation, before it that of the opening")
        LocalDate on,

        List<ItemJson> requirements,

        @Schema(description = "What must be done now", examples = "[\"mayor: To be done by mayor.\"]")
        List<String> next) {

    /** One requirement. */
    @Schema(name = "ProcessRequirement")
    public record ItemJson(
            @Schema(examples = "three-quotes") String id,

            @Schema(examples = "quotes-asked-2016", description = "The dated rule")
            String rule,

            @Schema(enumeration = {"requirement", "ground", "condition"})
            String kind,

            @Schema(
                    enumeration = {"", "solicitation", "contract", "invoice"},
                    description = "Empty for a ground and its conditions, which come before everything")
            String stage,

            String text,
            String source,
            List<String> who,

            @Schema(enumeration = {"met", "missing", "later"})
            String state,

            @Nullable EvidenceJson metBy,

            @Schema(description = "What must be done for it, by whom") @Nullable String next) {

        static ItemJson of(Item item) {
            var rule = item.rule();
            var evidence = item.evidence();
            return new ItemJson(
                    rule.kind().equals("condition") ? rule.id() : rule.name(),
                    rule.id(),
                    rule.kind(),
                    rule.stage(),
                    rule.text(),
                    rule.source(),
                    rule.who(),
                    item.state().word(),
                    evidence == null ? null : new EvidenceJson(evidence.paper(), evidence.at(), evidence.by()),
                    item.next());
        }
    }

    /** What meets a requirement. */
    @Schema(name = "RequirementEvidence")
    public record EvidenceJson(
            @Schema(description = "Which document or record")
            String paper,

            @Nullable Instant at,

            @Schema(description = "Who, by the subject of their token") @Nullable String by) {}

    static ChecklistJson of(ProcessId process, Checklist checklist) {
        return new ChecklistJson(
                process.value(),
                checklist.on(),
                checklist.items().stream().map(ItemJson::of).toList(),
                checklist.missing().stream()
                        .map(item -> item.rule().name() + ": " + item.next())
                        .toList());
    }
}
