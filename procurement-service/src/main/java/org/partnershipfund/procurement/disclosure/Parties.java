package org.partnershipfund.procurement.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.process.Program;

/** Every organisation that a picture shows, once, with all its roles; never a person. */
final class Parties {

    /** The parts that an organisation plays; words of the standard's codelist {@code partyRole}. */
    enum Role {
        BUYER("buyer"),
        PROCURING_ENTITY("procuringEntity"),
        SUPPLIER("supplier"),
        TENDERER("tenderer"),
        PAYER("payer"),
        PAYEE("payee");

        private final String word;

        Role(String word) {
            this.word = word;
        }
    }

    private record Party(Fields about, List<Role> roles) {}

    private final Map<String, Party> all = new LinkedHashMap<>();
    private final Publisher publisher;

    Parties(Publisher publisher) {
        this.publisher = publisher;
    }

    Fields district() {
        return play(
                Role.BUYER,
                publisher.scheme() + "-" + publisher.identifier(),
                publisher.district(),
                publisher.scheme(),
                publisher.identifier());
    }

    Fields office() {
        return play(
                Role.PROCURING_ENTITY,
                publisher.scheme() + "-" + publisher.identifier() + "-procurement",
                publisher.office(),
                null,
                null);
    }

    Fields payer() {
        return play(
                Role.PAYER,
                publisher.scheme() + "-" + publisher.identifier() + "-payer",
                publisher.payer(),
                null,
                null);
    }

    /** A school is a buyer: its restricted line pays. */
    Fields school(SchoolCode code, String name) {
        return play(Role.BUYER, publisher.schoolScheme() + "-" + code, name, publisher.schoolScheme(), code.value());
    }

    Fields partner(Role role, Program program) {
        return partner(role, program.partner(), program.partnerName());
    }

    /**
     * Somebody who offers or is paid.
     *
     * @param partner null for an organisation that is not registered: it is known by its name
     */
    Fields partner(Role role, @Nullable UUID partner, String name) {
        if (partner != null) {
            return play(role, "partner-" + partner, name, null, null);
        }
        String plain = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return play(
                role,
                "organisation-" + UUID.nameUUIDFromBytes(plain.getBytes(StandardCharsets.UTF_8)),
                name,
                null,
                null);
    }

    /** As the standard lists them. */
    List<Fields> list() {
        return all.values().stream()
                .map(party -> Fields.of(written -> written.putAll(party.about())
                        .words(
                                "roles",
                                party.roles().stream()
                                        .sorted()
                                        .map(role -> role.word)
                                        .toList())))
                .toList();
    }

    private Fields play(Role role, String id, String name, @Nullable String scheme, @Nullable String number) {
        Fields about = Fields.of(party -> party.put("id", id)
                .put("name", name)
                .put(
                        "identifier",
                        identifier -> identifier
                                .put("scheme", scheme)
                                .put("id", number)
                                .put("legalName", scheme == null ? null : name)));
        Party party = all.computeIfAbsent(id, _ -> new Party(about, new ArrayList<>()));
        if (!party.roles().contains(role)) {
            party.roles().add(role);
        }
        return Fields.of(reference -> reference.put("id", id).put("name", name));
    }
}
