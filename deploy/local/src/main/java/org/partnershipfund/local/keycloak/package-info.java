/** Keycloak as a process of the suite: built once, with a realm of demo people, its data in the suite's PostgreSQL. */
@NullMarked
package org.partnershipfund.local.keycloak;

import org.jspecify.annotations.NullMarked;
