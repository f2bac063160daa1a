package org.partnershipfund.local.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.sample.Table.Row;

/**
 * What the central office paid in FY18, invented but for its three totals: 14 partners, 70 schools, $6.7 million. The
 * schools are drawn without a look at need, as the memo says of that year.
 */
final class PriorYear {

    private static final Money TOTAL = Money.ofDollars("6700000.00");
    private static final int PARTNERS = 14;
    private static final int SCHOOLS = 70;
    private static final int WITH_TWO = 25;

    private PriorYear() {}

    private record Grant(String school, Program partner) {}

    static Table table(Table schools, List<Program> programs, Random random) {
        List<String> codes = new ArrayList<>(
                schools.all().stream().map((Row row) -> row.text("school_code")).toList());
        Collections.shuffle(codes, random);
        List<Program> partners = new ArrayList<>(programs);
        Collections.shuffle(partners, random);
        List<Grant> grants = new ArrayList<>();
        for (int place = 0; place < SCHOOLS + WITH_TWO; place++) {
            grants.add(new Grant(codes.get(place % SCHOOLS), partners.get((place + place / SCHOOLS) % PARTNERS)));
        }
        List<Long> weights = grants.stream().map(_ -> 20L + random.nextInt(100)).toList();
        List<String> ties = grants.stream()
                .map(grant -> grant.school() + grant.partner().partner())
                .toList();
        List<Money> amounts = Shares.of(TOTAL, weights, ties);
        var table = new Table.Writer("school_code", "partner", "service_area", "amount");
        for (int place = 0; place < grants.size(); place++) {
            Grant grant = grants.get(place);
            table.row(
                    grant.school(),
                    grant.partner().partnerName(),
                    grant.partner().serviceArea(),
                    amounts.get(place).dollars());
        }
        return table.table();
    }
}
