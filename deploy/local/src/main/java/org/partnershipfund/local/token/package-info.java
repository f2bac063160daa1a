/** Locally signed tokens in the shape of Keycloak's, until Keycloak itself runs here. */
@NullMarked
package org.partnershipfund.local.token;

import org.jspecify.annotations.NullMarked;
