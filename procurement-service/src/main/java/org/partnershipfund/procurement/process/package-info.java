/**
 * How a program is bought for all schools that chose it: opened on a route with its reasons, put to competition by the
 * method that date and value demand, awarded.
 */
@NullMarked
package org.partnershipfund.procurement.process;

import org.jspecify.annotations.NullMarked;
