package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.portfolio.partner.Person;

/** Somebody as the district's OpenID provider knows them, on the wire; never a name. */
@Schema(name = "Person")
public record PersonJson(
        @NotBlank @Size(max = 500) @JsonProperty(required = true)
        @Schema(required = true, examples = "http://127.0.0.1:18080/realms/partnership-fund")
        String issuer,

        @NotBlank @Size(max = 255) @JsonProperty(required = true)
        @Schema(required = true, examples = "6f6c2a1e-0000-4000-8000-000000000001")
        String subject) {

    static PersonJson of(Person person) {
        return new PersonJson(person.issuer(), person.subject());
    }

    Person person() {
        return new Person(issuer, subject);
    }
}
