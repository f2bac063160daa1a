package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All selections. */
public interface Selections {

    /**
     * Which selections are asked for.
     *
     * @param schools only of these; empty for all
     * @param state only in this state, such as {@code submitted}
     * @param waitsFor only those whose turn is this step's
     */
    record Filter(
            Optional<Set<SchoolCode>> schools,
            Optional<FundId> fund,
            Optional<String> state,
            Optional<Step> waitsFor,
            Optional<Instant> modifiedAfter) {}

    /** Which allocation a selection draws on; it never changes. */
    record Purse(FundId fund, SchoolCode school) {}

    /** The selection, to look at. */
    Optional<Versioned<Selection>> find(SelectionId id);

    /** The selection, held until the end of the transaction. */
    Optional<Versioned<Selection>> hold(SelectionId id);

    /** Which allocation it draws on, without reading more of it. */
    Optional<Purse> purse(SelectionId id);

    /**
     * What the purse's other selections that are submitted, approved or reserved add up to; of one that is amended the
     * larger of what stands and what is submitted; of all others what is under contract: that money is spent.
     */
    Money others(Purse purse, SelectionId but);

    /**
     * For how many pupils all other selections of the fiscal year that are submitted, approved or reserved, or stand while
     * they are amended, choose each of the programs; those that nobody chooses are missing. Of one whose amendment is decided
     * on, the version counts, program by program, that has more pupils.
     */
    Map<ProgramId, Long> pupils(FiscalYear year, Collection<ProgramId> programs, SelectionId but);

    /** Waits until nobody else measures the capacity of these programs, and keeps others waiting until the transaction ends. */
    void holdCapacity(FiscalYear year, Collection<ProgramId> programs);

    /** Every selection of the fund, in the order of their ids. */
    List<SelectionId> of(FundId fund);

    /** Every version of its content, oldest first. */
    List<Content> contents(SelectionId id);

    /** Which versions of it were ever submitted. */
    Set<Integer> submittedVersions(SelectionId id);

    /** Selections in the order of their ids. */
    List<Versioned<Selection>> list(Filter filter, Optional<SelectionId> after, int limit);

    /**
     * Stores a new selection.
     *
     * @return its version, the first
     * @throws StaleStateException if there is one with its id
     */
    long add(Selection selection);

    /**
     * Stores what became of a selection.
     *
     * @param read as it was read: what it has already is not stored again
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(Selection next, Versioned<Selection> read);
}
