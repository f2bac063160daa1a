package org.partnershipfund.approval.matching;

import java.util.Optional;

/**
 * What the school's plan wants partners for, in the words of portfolio-service, which owns them.
 *
 * @param serviceArea one of the district's six, such as {@code academic}
 * @param term what exactly within it, such as {@code literacy}; empty for anything of the area
 */
public record Goal(String serviceArea, Optional<String> term) {}
