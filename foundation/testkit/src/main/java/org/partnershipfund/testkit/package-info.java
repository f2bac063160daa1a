/** What tests of two or more modules share: real PostgreSQL and Kafka, tokens, rooms, golden files. */
@NullMarked
package org.partnershipfund.testkit;

import org.jspecify.annotations.NullMarked;
