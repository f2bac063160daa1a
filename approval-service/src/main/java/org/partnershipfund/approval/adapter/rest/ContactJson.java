package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.approval.mail.Contact;

/** Where somebody is written to, on the wire. */
@Schema(name = "Contact")
public record ContactJson(
        PersonJson person,
        @Schema(examples = "r.alvarez@schools.example") String address,
        boolean wantsMail,
        PersonJson setBy,
        Instant setAt) {

    /** What it takes to keep a contact. */
    @Schema(name = "KeepContact")
    public record ToKeep(
            @NotBlank @Email(message = "it must be an address of e-mail") @Pattern(regexp = "[^\\s@]+@[^\\s@]+", message = "it must be one address of e-mail without a name") @Size(max = 254) @JsonProperty(required = true)
            @Schema(required = true, examples = "r.alvarez@schools.example")
            String address,

            @JsonProperty(required = true)
            @Schema(required = true, description = "false: nothing is sent, and the address is kept")
            boolean wantsMail) {}

    static ContactJson of(Contact contact) {
        return new ContactJson(
                PersonJson.of(contact.person()),
                contact.address(),
                contact.wantsMail(),
                PersonJson.of(contact.setBy()),
                contact.setAt());
    }
}
