package org.partnershipfund.foundation.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.SchoolCode;

class ScopeTest {

    private static final SchoolCode PERKINS = new SchoolCode("00350231");
    private static final SchoolCode MATHER = new SchoolCode("00350232");

    @Test
    void a_scope_of_schools_covers_these_and_no_other() {
        var scope = Scope.of(Set.of(PERKINS));

        assertThat(scope.covers(PERKINS)).isTrue();
        assertThat(scope.covers(MATHER)).isFalse();
        assertThat(scope.everything()).isFalse();
        assertThat(scope.schools()).containsExactly(PERKINS);
    }

    @Test
    void a_scope_without_schools_is_nothing_and_never_everything() {
        assertThat(Scope.of(Set.of())).isEqualTo(new Scope.Nothing());
        assertThat(Scope.of(Set.of()).covers(PERKINS)).isFalse();
        assertThat(Scope.of(Set.of()).everything()).isFalse();
    }

    @Test
    void what_is_out_of_scope_is_as_absent_as_what_was_never_there() {
        var scope = Scope.of(Set.of(PERKINS));

        assertThat(scope.visible(Optional.of(PERKINS), school -> school)).contains(PERKINS);
        assertThat(scope.visible(Optional.of(MATHER), school -> school))
                .isEqualTo(scope.visible(Optional.<SchoolCode>empty(), school -> school));
        assertThat(new Scope.Everything().visible(Optional.of(MATHER), school -> school))
                .contains(MATHER);
    }
}
