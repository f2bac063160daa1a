package org.partnershipfund.procurement.rules;

/** All dated rules, as the district adopted them. */
public interface ProcurementRules {

    /** Every rule that ever applied, or might. */
    RuleBook all();
}
