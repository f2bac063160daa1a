package org.partnershipfund.approval.submission;

/**
 * The parts that all budget lines of a fund share; a school adds its responsibility centre.
 *
 * @param account object of expenditure, such as {@code 52907}
 * @param fund fund number, such as {@code 100}
 * @param program program code: {@code 2536}
 * @param subclass subclass of the chart
 */
public record Chart(String account, String fund, String program, String subclass) {}
