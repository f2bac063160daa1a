package org.partnershipfund.foundation.caller;

/** The roles that a token may carry; what each may do is said by {@code @RolesAllowed} on the doors. */
public final class Roles {

    public static final String BUDGET_OFFICE = "budget-office";
    public static final String PARTNERSHIPS_TEAM = "partnerships-team";
    public static final String SCHOOL_LEADER = "school-leader";
    public static final String COUNCIL_MEMBER = "council-member";
    public static final String INSTRUCTIONAL_SUPERINTENDENT = "instructional-superintendent";
    public static final String PROCUREMENT_OFFICER = "procurement-officer";
    /** May bind the district, as {@link #CFO} and {@link #DEPUTY_CFO} may. */
    public static final String DISTRICT_SUPERINTENDENT = "district-superintendent";

    public static final String CFO = "cfo";
    public static final String DEPUTY_CFO = "deputy-cfo";
    public static final String MAYOR = "mayor";
    /** Certifies appropriation. */
    public static final String CITY_AUDITOR = "city-auditor";
    /** Reads everything. */
    public static final String RECORDS_AUDITOR = "records-auditor";
    /** Watches and repairs the event streams. */
    public static final String OPERATOR = "operator";

    public static final String PARTNER = "partner";
    /** Another district system, by client credentials with scopes. */
    public static final String SYSTEM = "system";

    private Roles() {}
}
