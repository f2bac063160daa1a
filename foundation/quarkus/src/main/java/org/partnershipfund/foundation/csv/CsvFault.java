package org.partnershipfund.foundation.csv;

/**
 * One cell of an upload that cannot be used.
 *
 * @param line the line of the file as an editor counts it; the header is line 1
 * @param column the column's name; empty when the whole line is meant
 * @param value the cell as it was sent, shortened
 * @param reason what is wrong with it and what would be right
 */
public record CsvFault(long line, String column, String value, String reason) {}
