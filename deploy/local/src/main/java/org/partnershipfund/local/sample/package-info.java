/**
 * The sample district: real schools, and people, partners and choices that a seeded generator made up around them.
 *
 * <p>The generator writes the files of {@code deploy/sample}; a test proves that they are what it writes. Everything
 * else reads the files.
 */
@NullMarked
package org.partnershipfund.local.sample;

import org.jspecify.annotations.NullMarked;
