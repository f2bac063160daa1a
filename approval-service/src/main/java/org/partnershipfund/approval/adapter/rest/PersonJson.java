package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.approval.person.Person;

/** A person as the district's OpenID provider knows them; never a name. */
@Schema(name = "Person")
public record PersonJson(
        @NotBlank @Size(max = 300) @JsonProperty(required = true)
        @Schema(required = true, examples = "http://127.0.0.1:18080/realms/partnership-fund")
        String issuer,

        @NotBlank @Size(max = 255) @JsonProperty(required = true)
        @Schema(required = true, examples = "5f0c3a34-3c0f-4c0b-8a55-0b1d7c1f2a01")
        String subject) {

    static PersonJson of(Person person) {
        return new PersonJson(person.issuer(), person.subject());
    }

    Person person() {
        return new Person(issuer, subject);
    }
}
