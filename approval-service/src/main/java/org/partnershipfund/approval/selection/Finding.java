package org.partnershipfund.approval.selection;

import java.util.Optional;

/** One thing found in a selection before it is submitted. */
public sealed interface Finding {

    /** The place of its line, from 1 on; empty if it is about the whole. */
    Optional<Integer> line();

    /** What it is, with its values and the remedy. */
    String sentence();

    /** As long as it stands, the selection is not submitted. */
    record Fault(Optional<Integer> line, SelectionRefusal why) implements Finding {
        @Override
        public String sentence() {
            return why.sentence();
        }
    }

    /** The school is told, and decides. */
    record Warning(Optional<Integer> line, Concern about) implements Finding {
        @Override
        public String sentence() {
            return about.sentence();
        }
    }
}
