/** Who somebody is, and where a role of theirs counts: an id of the district's OpenID provider, never a name. */
@NullMarked
package org.partnershipfund.approval.person;

import org.jspecify.annotations.NullMarked;
