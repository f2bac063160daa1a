package org.partnershipfund.procurement.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.disclosure.Tree.Items;
import org.partnershipfund.procurement.disclosure.Tree.Leaf;

/**
 * A compiled release as rows of tables, for whoever has a spreadsheet. Rows find each other by {@code ocid} and the id of
 * what they belong to.
 *
 * <p>Source: docs/policy/disclosure.md §5.
 */
public enum FlatTables {
    MAIN("main", Main.class),
    PARTIES("parties", Party.class),
    ITEMS("items", Item.class),
    AWARDS("awards", Award.class),
    CONTRACTS("contracts", Contract.class),
    TRANSACTIONS("transactions", Transaction.class);

    /** One contracting process. */
    public record Main(
            String ocid,
            String id,
            String date,
            String buyer,
            String title,
            String status,
            String procurementMethod,
            String procurementMethodDetails,
            String procurementMethodRationale,
            String budgetId,
            String project,
            BigDecimal budgetAmount,
            String currency) {}

    /** An organisation with its roles in one process. */
    public record Party(
            String ocid, String id, String name, List<String> roles, String identifierScheme, String identifierId) {}

    /** What one school buys, as it stood in the tender, the award or the contract. */
    public record Item(
            String ocid,
            String section,
            String of,
            String id,
            String description,
            String classification,
            BigDecimal quantity,
            BigDecimal unitAmount) {}

    /** An award. */
    public record Award(
            String ocid,
            String id,
            String title,
            String status,
            String date,
            BigDecimal amount,
            String currency,
            List<String> suppliers) {}

    /** A contract. */
    public record Contract(
            String ocid,
            String id,
            String awardId,
            String title,
            String status,
            String startDate,
            String endDate,
            BigDecimal amount,
            String currency,
            String dateSigned) {}

    /** A payment. */
    public record Transaction(
            String ocid,
            String contractId,
            String id,
            String date,
            BigDecimal amount,
            String currency,
            String payer,
            String payee) {}

    private final String file;
    private final Class<? extends Record> row;

    FlatTables(String file, Class<? extends Record> row) {
        this.file = file;
        this.row = row;
    }

    /** The file's name without its ending. */
    public String file() {
        return file;
    }

    /** What a row is. */
    public Class<? extends Record> row() {
        return row;
    }

    /** The rows of one compiled release. */
    public Stream<? extends Record> rows(Fields compiled) {
        return switch (this) {
            case MAIN -> main(compiled);
            case PARTIES -> parties(compiled);
            case ITEMS -> items(compiled);
            case AWARDS -> awards(compiled);
            case CONTRACTS -> contracts(compiled);
            case TRANSACTIONS -> transactions(compiled);
        };
    }

    private static Stream<Main> main(Fields all) {
        Fields tender = all.object("tender");
        Fields budget = all.object("planning").object("budget");
        return Stream.of(new Main(
                all.text("ocid"),
                all.text("id"),
                all.text("date"),
                all.object("buyer").text("name"),
                tender.text("title"),
                tender.text("status"),
                tender.text("procurementMethod"),
                tender.text("procurementMethodDetails"),
                tender.text("procurementMethodRationale"),
                budget.text("id"),
                budget.text("project"),
                budget.object("amount").number("amount"),
                budget.object("amount").text("currency")));
    }

    private static Stream<Party> parties(Fields all) {
        return all.objects("parties").stream()
                .map(party -> new Party(
                        all.text("ocid"),
                        party.text("id"),
                        party.text("name"),
                        words(party, "roles"),
                        party.object("identifier").text("scheme"),
                        party.object("identifier").text("id")));
    }

    private static Stream<Item> items(Fields all) {
        return Stream.of(
                        items(all, "tender", all.object("tender")),
                        all.objects("awards").stream().flatMap(award -> items(all, "award", award)),
                        all.objects("contracts").stream().flatMap(contract -> items(all, "contract", contract)))
                .flatMap(rows -> rows);
    }

    private static Stream<Item> items(Fields all, String section, Fields of) {
        return of.objects("items").stream()
                .map(item -> new Item(
                        all.text("ocid"),
                        section,
                        of.text("id"),
                        item.text("id"),
                        item.text("description"),
                        item.object("classification").text("id"),
                        item.number("quantity"),
                        item.object("unit").object("value").number("amount")));
    }

    private static Stream<Award> awards(Fields all) {
        return all.objects("awards").stream()
                .map(award -> new Award(
                        all.text("ocid"),
                        award.text("id"),
                        award.text("title"),
                        award.text("status"),
                        award.text("date"),
                        award.object("value").number("amount"),
                        award.object("value").text("currency"),
                        award.objects("suppliers").stream()
                                .map(supplier -> supplier.text("name"))
                                .toList()));
    }

    private static Stream<Contract> contracts(Fields all) {
        return all.objects("contracts").stream()
                .map(contract -> new Contract(
                        all.text("ocid"),
                        contract.text("id"),
                        contract.text("awardID"),
                        contract.text("title"),
                        contract.text("status"),
                        contract.object("period").text("startDate"),
                        contract.object("period").text("endDate"),
                        contract.object("value").number("amount"),
                        contract.object("value").text("currency"),
                        contract.text("dateSigned")));
    }

    private static Stream<Transaction> transactions(Fields all) {
        return all.objects("contracts").stream()
                .flatMap(contract -> contract.object("implementation").objects("transactions").stream()
                        .map(one -> new Transaction(
                                all.text("ocid"),
                                contract.text("id"),
                                one.text("id"),
                                one.text("date"),
                                one.object("value").number("amount"),
                                one.object("value").text("currency"),
                                one.object("payer").text("name"),
                                one.object("payee").text("name"))));
    }

    private static List<String> words(Fields object, String name) {
        return object.get(name).orElse(new Items(List.of())) instanceof Items list
                ? list.all().stream()
                        .filter(Leaf.class::isInstance)
                        .map(leaf -> ((Leaf) leaf).value().toString())
                        .toList()
                : List.of();
    }
}
