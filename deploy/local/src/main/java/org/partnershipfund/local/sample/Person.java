package org.partnershipfund.local.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * An invented person who signs in.
 *
 * @param subject the person's id at the OpenID provider, made from the user name
 * @param worksFor a school code, a partner's key, a network or an office
 */
public record Person(String username, String subject, String name, List<String> roles, String worksFor) {

    public Person {
        roles = List.copyOf(roles);
    }

    static String subjectOf(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
