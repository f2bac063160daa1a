/** Where files at selections lie. */
@NullMarked
package org.partnershipfund.approval.adapter.files;

import org.jspecify.annotations.NullMarked;
