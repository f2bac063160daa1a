package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** One caller never has more than its share under way, whatever others do. */
class UnderWayTest {

    private final UnderWay underWay = new UnderWay(2);

    @Test
    void a_third_request_of_one_caller_waits_until_one_of_its_others_is_answered() {
        assertThat(underWay.enter("ann")).isTrue();
        assertThat(underWay.enter("ann")).isTrue();
        assertThat(underWay.enter("ann")).isFalse();
        assertThat(underWay.enter("ann")).as("a refusal counts nothing").isFalse();
        assertThat(underWay.enter("ben")).isTrue();

        underWay.leave("ann");

        assertThat(underWay.enter("ann")).isTrue();
    }

    @Test
    void nobody_is_remembered_who_has_nothing_under_way() {
        assertThat(underWay.enter("ann")).isTrue();
        assertThat(underWay.enter("ben")).isTrue();
        underWay.leave("ann");
        underWay.leave("ben");

        assertThat(underWay.callers()).isZero();
    }

    @Test
    void a_limit_of_none_is_no_limit_to_set() {
        assertThatThrownBy(() -> new UnderWay(0)).hasMessageContaining("1 request");
    }
}
