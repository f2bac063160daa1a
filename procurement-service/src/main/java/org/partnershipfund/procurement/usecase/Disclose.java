package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.disclosure.Backgrounds;
import org.partnershipfund.procurement.disclosure.Disclosures;
import org.partnershipfund.procurement.disclosure.Dossier;
import org.partnershipfund.procurement.disclosure.Ocid;
import org.partnershipfund.procurement.disclosure.Publication;
import org.partnershipfund.procurement.disclosure.Publisher;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;

/**
 * Publishes what a step of a purchase lets the public see: in the transaction of the step, or for the many steps of
 * invoices soon after, several of them in one release (docs/decisions/0024).
 */
@ApplicationScoped
public class Disclose {

    private static final int AT_ONCE = 500;
    private static final Sight EVERYTHING = new Sight(true, Set.of(), Set.of());

    private final Processes processes;
    private final Holdings holdings;
    private final Contracts contracts;
    private final Invoices invoices;
    private final Backgrounds backgrounds;
    private final Disclosures disclosures;
    private final Publisher publisher;
    private final Clock clock;

    Disclose(
            Processes processes,
            Holdings holdings,
            Contracts contracts,
            Invoices invoices,
            Backgrounds backgrounds,
            Disclosures disclosures,
            Publisher publisher,
            Clock clock) {
        this.processes = processes;
        this.holdings = holdings;
        this.contracts = contracts;
        this.invoices = invoices;
        this.backgrounds = backgrounds;
        this.disclosures = disclosures;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Publishes a release if the process shows anything new; called last of all, when every lock but this is held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void disclose(ProcessId id) {
        // Held before anything is read: what another transaction has published and committed meanwhile is seen.
        var published = disclosures.hold(Ocid.of(publisher.prefix(), id), id);
        // What was noted until now is committed, or this transaction's own: it is read. What is noted later stays.
        boolean _ = disclosures.settled(id);
        publish(id, published);
    }

    /** The same for a process with a step that is noted; nothing if another has published it meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void discloseDue(ProcessId id) {
        var published = disclosures.hold(Ocid.of(publisher.prefix(), id), id);
        if (disclosures.settled(id)) {
            publish(id, published);
        }
    }

    private void publish(ProcessId id, Disclosures.Published published) {
        Publication.of(published, dossier(id), publisher, clock.instant())
                .ifPresent(next -> disclosures.publish(next.release(), next.state(), next.facts()));
    }

    private Dossier dossier(ProcessId id) {
        var process = processes
                .find(id)
                .map(Versioned::value)
                .orElseThrow(() -> new IllegalStateException("no process " + id));
        var opening = process.opening();
        List<ReservedLine> lines = holdings.everOfProcess(id.value());
        List<Contract> drawn = contracts.of(id).flatMap(contracts::find).stream()
                .map(Versioned::value)
                .toList();
        Set<SchoolCode> schools = Stream.concat(
                        lines.stream().map(ReservedLine::school),
                        drawn.stream()
                                .flatMap(contract -> contract.terms().shares().stream())
                                .map(Share::school))
                .collect(Collectors.toSet());
        return new Dossier(
                process,
                backgrounds.fund(opening.fund()),
                lines,
                backgrounds.of(id, opening.fund(), schools),
                drawn,
                drawn.stream().flatMap(this::invoices).toList());
    }

    private Stream<Invoice> invoices(Contract contract) {
        var filter = new Invoices.Filter(
                Optional.of(contract.id().value()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<Invoice> all = new ArrayList<>();
        Optional<InvoiceId> after = Optional.empty();
        while (true) {
            var page = invoices.list(filter, EVERYTHING, after, AT_ONCE);
            page.forEach(one -> all.add(one.value()));
            if (page.size() < AT_ONCE) {
                return all.stream();
            }
            after = Optional.of(page.getLast().value().id());
        }
    }
}
