package org.partnershipfund.foundation.web;

import jakarta.inject.Singleton;
import org.partnershipfund.foundation.problem.ProblemTable;
import org.partnershipfund.kernel.Refusal;

/** The problem table of the doors that exist only here. */
@Singleton
public class SampleProblems implements ProblemTable {

    @Override
    public Row row(Refusal refusal) {
        return switch ((SampleRefusal) refusal) {
            case SampleRefusal.NoSuchSample _ -> new Row("no-such-sample", "No such sample", 404);
            case SampleRefusal.SampleNotFunded _ -> new Row("sample-not-funded", "Sample not funded", 422);
        };
    }
}
