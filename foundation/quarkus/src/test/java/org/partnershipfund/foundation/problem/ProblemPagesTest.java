package org.partnershipfund.foundation.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.ProblemPages;

class ProblemPagesTest {

    @Test
    void every_problem_of_every_door_has_its_page() {
        ProblemPages.check(
                "every service",
                Arrays.stream(StandardProblem.values())
                        .collect(Collectors.toMap(
                                StandardProblem::slug,
                                problem -> new ProblemPages.Kind(problem.title(), problem.status()))));
    }
}
