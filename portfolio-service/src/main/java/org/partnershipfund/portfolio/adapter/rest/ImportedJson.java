package org.partnershipfund.portfolio.adapter.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import kept.
 *
 * @param lines how many lines, each of them one thing
 * @param digest SHA-256 of the file's bytes, in hexadecimal
 */
@Schema(name = "Imported")
public record ImportedJson(
        @Schema(examples = "32") int lines,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String digest) {}
