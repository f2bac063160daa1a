/** Access tokens for the people of this machine's suite: of Keycloak, signed locally in its shape, or of another provider. */
@NullMarked
package org.partnershipfund.local.token;

import org.jspecify.annotations.NullMarked;
