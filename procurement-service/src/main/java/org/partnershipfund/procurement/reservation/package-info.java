/**
 * Money set aside for approved selections: each line of a selection is one commitment of its school's budget line, held
 * until it is bought under a contract or given back.
 */
@NullMarked
package org.partnershipfund.procurement.reservation;

import org.jspecify.annotations.NullMarked;
