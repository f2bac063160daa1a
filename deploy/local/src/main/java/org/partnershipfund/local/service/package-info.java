/** The four services from their packaged jars: migrated, given a replication slot, started. */
@NullMarked
package org.partnershipfund.local.service;

import org.jspecify.annotations.NullMarked;
