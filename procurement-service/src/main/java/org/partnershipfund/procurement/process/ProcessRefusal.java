package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.rules.Method;

/** Every way a contracting process can say no. */
public sealed interface ProcessRefusal extends Refusal {

    /** No process has this id. */
    record NoSuchProcess(UUID process) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "There is no contracting process %s.".formatted(process);
        }
    }

    /** What is off the menu is not bought: nothing is awarded to it, drafted or executed (policy §3.6). */
    record WhileSuspended(String program, LocalDate since, LocalDate today) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "'%s' is suspended from the Opportunity Portfolio since %s (today is %s). Wait until the partnerships team reinstates it, or award another offer."
                    .formatted(program, since, today);
        }
    }

    /** No school holds money for it that is not being bought already. */
    record NothingToBuy(FundId fund, UUID program) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "No reserved line of fund %s waits for program %s to be bought; reservations follow approved selections."
                    .formatted(fund, program);
        }
    }

    /** A route without competition that names nothing it rests on. */
    record ReferenceMissing(Route.Kind route) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Route %s needs route.reference: the award called off, or the id of the written determination."
                    .formatted(route.word());
        }
    }

    /** More years than the law allows. */
    record TermTooLong(int years, int longest) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "A contract with its options runs for at most %d years, not %d, unless a recorded vote allows it; name the vote in termAuthorisedBy."
                    .formatted(longest, years);
        }
    }

    /** Too much for a sole source. */
    record SoleSourceOverCap(Money value) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "A value of %s, with what belongs together counted in, may not be bought from a sole source; open a competition."
                    .formatted(value);
        }
    }

    /** Several purchases that belong together, each below a threshold that their sum reaches. */
    record Splitting(Money value, Money together, Method method, List<Earlier> with, List<Crossed> crossed)
            implements ProcessRefusal {
        public Splitting {
            with = List.copyOf(with);
            crossed = List.copyOf(crossed);
        }

        /** A purchase that counts together with it. */
        public record Earlier(
                ProcessId process,
                String partner,
                String program,
                String area,
                Route.Kind route,
                Money value,
                Method method,
                LocalDate openedOn) {

            static Earlier of(ContractingProcess process) {
                var opening = process.opening();
                return new Earlier(
                        process.id(),
                        process.program().partnerName(),
                        process.program().name(),
                        process.program().serviceArea(),
                        opening.route().kind(),
                        opening.own(),
                        process.method(),
                        opening.openedOn());
            }

            @Override
            public String toString() {
                return "%s (%s, %s, %s, opened %s)".formatted(process, partner, area, value, openedOn);
            }
        }

        /** A threshold that the purchase alone is below, and all together reach. */
        public record Crossed(String rule, String demands, Money from, String source) {}

        @Override
        public String sentence() {
            return "%s alone is below the threshold, but with %s of this fiscal year it is %s, which demands %s; set withEarlier, or call off from one award."
                    .formatted(
                            value,
                            String.join(", ", with.stream().map(Earlier::toString).toList()),
                            together,
                            method.word());
        }
    }

    /** Offers are not asked for in this state, or on this route. */
    record NoSolicitationNow(ProcessId process, String why) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Process %s takes no solicitation: %s.".formatted(process, why);
        }
    }

    /** Quotes where sealed offers are due, or the other way round. */
    record SolicitationDoesNotFit(Money value, Method method) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "A value of %s demands %s; send %s instead."
                    .formatted(value, method.word(), method == Method.SEALED_BIDS_OR_PROPOSALS ? "sealed" : "quotes");
        }
    }

    /** Fewer were asked than the rules say. */
    record TooFewAsked(long asked, int least) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "At least %d different organisations are asked for a quote; asked has %d.".formatted(least, asked);
        }
    }

    /** The notice does not stand everywhere it must. */
    record PlacesMissing(List<String> places) implements ProcessRefusal {
        public PlacesMissing {
            places = List.copyOf(places);
        }

        @Override
        public String sentence() {
            return "The notice must also be posted: %s.".formatted(String.join(", ", places));
        }
    }

    /** The opening follows too soon. */
    record NoticeTooShort(LocalDate noticeOn, LocalDate opensOn, LocalDate earliest) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "A notice of %s allows an opening on %s or later, not on %s.".formatted(noticeOn, earliest, opensOn);
        }
    }

    /** A day before what it follows, or in the future. */
    record DateNotPossible(String what, LocalDate day, LocalDate earliest, LocalDate latest) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "The %s is dated %s; it can be of %s to %s.".formatted(what, day, earliest, latest);
        }
    }

    /** portfolio-service's word of the program was not heard yet. */
    record ProgramNotKnown(UUID program) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Procurement has not heard of program %s; register it, or try again in a moment.".formatted(program);
        }
    }

    /** An answer from somebody who was not asked. */
    record NotAsked(String name) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "%s was not among those asked for a quote.".formatted(name);
        }
    }

    /** A name that more than one organisation of the process bears. */
    record NameNotUnique(ProcessId process, String name) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "'%s' is the name of more than one organisation in process %s; say by programId who is meant."
                    .formatted(name, process);
        }
    }

    /** A second answer. */
    record AlreadyOffered(ProcessId process, String name) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "%s has answered already in process %s; each organisation answers once, and an offer is never changed."
                    .formatted(name, process);
        }
    }

    /** Offers of this kind are not recorded now. */
    record NoOffersNow(ProcessId process, String why) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Process %s records no such offer now: %s.".formatted(process, why);
        }
    }

    /** It cannot be awarded in this state. */
    record NotAwardableNow(ProcessId process, String why) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Process %s cannot be awarded now: %s.".formatted(process, why);
        }
    }

    /** Neither enough quotes nor all answers. */
    record TooFewQuotes(long quotes, int answers, int asked, int least) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "%d quotes and %d answers of %d asked are on file; an award needs %d quotes, or the answer of everybody asked."
                    .formatted(quotes, answers, asked, least);
        }
    }

    /** Nobody so called made an offer with a price. */
    record NoSuchOffer(ProcessId process, String of) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Process %s has no offer with a price of %s.".formatted(process, of);
        }
    }

    /** The officer says of the same offer that it wins and that it is not responsible. */
    record AwardToNotResponsible(ProcessId process, String name) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "%s is named in notResponsible and cannot be awarded process %s; award another offer, or leave them out of the list."
                    .formatted(name, process);
        }
    }

    /** What is bought by now is more than the method by which offers were asked for allows. */
    record MethodOutgrown(ProcessId process, Money value, Method demanded, Method frozen) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "At a value of %s process %s demands %s, but offers were asked for by %s; ask for offers again by that method, or award an offer that keeps the value below it."
                    .formatted(value, process, demanded.word(), frozen.word());
        }
    }

    /** Somebody responsible asked less. */
    record NotTheLowest(Money price, String lower, Money lowest) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "%s is not the lowest quote: %s asked %s. Award it, once its program is registered if it is not, or name it in notResponsible with the reason."
                    .formatted(price, lower, lowest);
        }
    }

    /** An evaluator rated it unacceptable. */
    record UnacceptableProposal(String name) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "The proposal of %s is rated unacceptable on a criterion; it cannot be awarded.".formatted(name);
        }
    }

    /** The price is not within what the schools set aside. */
    record AwardOutsideReservations(Money price, Money least, Money most) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "A price of %s lies outside of %s to %s, what the schools of this process have reserved."
                    .formatted(price, least, most);
        }
    }

    /** It ended before. */
    record CancelledAlready(ProcessId process, Instant at) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Process %s was cancelled at %s already; open a new one for what waits.".formatted(process, at);
        }
    }

    /** A contract was drafted from it. */
    record UnderContract(ProcessId process, UUID contract) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Process %s has contract %s; what is under contract ends with the contract, not with the process."
                    .formatted(process, contract);
        }
    }

    /** What a late school asks for is bought another way. */
    record TooLateToJoin(ProcessId process, LateSchools.Way way) implements ProcessRefusal {
        @Override
        public String sentence() {
            return switch (way) {
                case JOINS -> "Process %s may be joined.".formatted(process);
                case ASK_ANEW ->
                    "Offers are asked for in process %s, for less than what all schools want now; cancel it, and open a new one for all of them."
                            .formatted(process);
                case AMENDMENT ->
                    "Process %s has a contract, and what comes late is within what its amendments may add; amend the contract."
                            .formatted(process);
                case NEW_PROCESS ->
                    "What comes late does not join process %s any more; open a process of its own, withEarlier, so that the sum decides the method."
                            .formatted(process);
            };
        }
    }

    /** Nobody is asked before the fund's day. */
    record BeforeCutOff(FundId fund, LocalDate on, LocalDate from) implements ProcessRefusal {
        @Override
        public String sentence() {
            return "Offers for fund %s are asked for from %s on, when schools have had time to choose; not on %s."
                    .formatted(fund, from, on);
        }
    }
}
