package org.partnershipfund.approval.council;

import java.util.Comparator;
import java.util.List;

/**
 * How large councils are and whom a quorum needs, as in force on one day; policy data with a source.
 *
 * <p>Source: docs/policy/school-site-council.md §1 and §3.
 *
 * @param sizes by staff size; the first begins at 0
 * @param quorums by number of voting members; the first begins at 0
 */
public record CouncilRules(List<Size> sizes, List<Quorum> quorums) {

    public CouncilRules {
        sizes = sizes.stream().sorted(Comparator.comparingInt(Size::fromStaff)).toList();
        quorums = quorums.stream()
                .sorted(Comparator.comparingInt(Quorum::fromMembers))
                .toList();
        if (sizes.isEmpty() || quorums.isEmpty()) {
            throw new IllegalArgumentException("council rules have a size and a quorum");
        }
    }

    /**
     * From so many staff on, so many representatives of them.
     *
     * @param students seats for students in a high school
     */
    public record Size(int fromStaff, int staffReps, int students) {}

    /** From so many voting members on, so many teachers and parents must be present. */
    public record Quorum(int fromMembers, int teachers, int parents) {}

    /**
     * What a council is made of.
     *
     * @param staffSize unionised staff of the school who count for its size
     */
    public record Constitution(int staffSize, ParentParity parity, boolean highSchool) {}

    /** How many full seats each group has; the principal has one. */
    public record Places(int teachers, int parents, int students) {

        /** All full seats: who may vote when nobody is missing. */
        public int votingMembers() {
            return 1 + teachers + parents + students;
        }

        /** The full seats of one group. */
        public int of(Group group) {
            return switch (group) {
                case PRINCIPAL -> 1;
                case TEACHER -> teachers;
                case PARENT -> parents;
                case STUDENT -> students;
            };
        }
    }

    /** The seats of a council. */
    public Places places(Constitution council) {
        Size size = sizes.stream()
                .filter(row -> row.fromStaff() <= council.staffSize())
                .reduce((smaller, larger) -> larger)
                .orElse(sizes.getFirst());
        int parents = switch (council.parity()) {
            case EQUAL_TO_STAFF_REPS -> size.staffReps();
            case EQUAL_TO_STAFF_REPS_AND_PRINCIPAL -> size.staffReps() + 1;
        };
        return new Places(size.staffReps(), parents, council.highSchool() ? size.students() : 0);
    }

    /** Whom a quorum needs in a council of so many voting members; vacant seats do not lower it. */
    public Quorum quorum(int votingMembers) {
        return quorums.stream()
                .filter(row -> row.fromMembers() <= votingMembers)
                .reduce((smaller, larger) -> larger)
                .orElse(quorums.getFirst());
    }
}
