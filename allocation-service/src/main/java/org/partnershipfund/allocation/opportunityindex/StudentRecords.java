package org.partnershipfund.allocation.opportunityindex;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.SchoolCode;

/**
 * The pupils behind computations. Those of an upload are there until the transaction ends, and no longer unless they are
 * kept; every method is called within one.
 */
public interface StudentRecords {

    /** Where the pupils of an upload go, one by one. */
    @FunctionalInterface
    interface Intake {
        /**
         * Takes one in.
         *
         * @param line where the upload has the pupil
         * @param key letters, digits, {@code -} and {@code _}; not a name
         * @param tract none if it is not known
         * @param values per factor of the model's pupils, in millionths; null where it is missing
         */
        void add(long line, String key, SchoolCode school, @Nullable String tract, @Nullable Long[] values);
    }

    /** Who fills an intake. */
    @FunctionalInterface
    interface Upload {
        /** Adds every pupil; what it throws ends the upload and is thrown on. */
        void into(Intake intake);
    }

    /** Who reads pupils. */
    @FunctionalInterface
    interface Reader {
        /** Reads one; see {@link Intake#add}. */
        void read(SchoolCode school, @Nullable String tract, @Nullable Long[] values);
    }

    /** A key that the upload has more than once. */
    record Repeated(long line, long earlierLine, String key) {}

    /** Takes the pupils of an upload in; once per transaction. */
    void admit(Upload upload);

    /** The keys that the upload has more than once, by line, at most so many. */
    List<Repeated> repeated(int most);

    /** Reads every pupil of the upload, in no order. */
    void forEach(Reader reader);

    /** Keeps the upload's pupils beyond the transaction, as those of that computation. */
    void keep(IndexSetId computation);

    /** Reads every pupil that is kept of a computation, in no order. */
    void forEachKept(IndexSetId computation, Reader reader);

    /** Holds what is kept of a computation until the end of the transaction: nothing of it is deleted meanwhile. */
    void holdKept(IndexSetId computation);

    /**
     * Deletes pupils that are kept of a computation; says how many.
     *
     * @param most at most that many
     * @return 0 if there are none, or somebody holds them just now
     */
    long forget(IndexSetId computation, int most);
}
