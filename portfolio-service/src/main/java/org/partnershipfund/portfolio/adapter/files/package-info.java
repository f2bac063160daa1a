/** Where files of evidence lie. */
@NullMarked
package org.partnershipfund.portfolio.adapter.files;

import org.jspecify.annotations.NullMarked;
