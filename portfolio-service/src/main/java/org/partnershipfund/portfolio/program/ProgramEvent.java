package org.partnershipfund.portfolio.program;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;

/** Everything that can happen to a program, but its vetting. Each carries the newest price sheet, whose day may come. */
public sealed interface ProgramEvent extends DomainEvent {

    Program program();

    /** The offering partner's name, so that nobody must look it up. */
    String partnerName();

    /** approval-service lets schools choose it; procurement-service knows whom it would buy from. */
    record ProgramRegistered(Program program, String partnerName, Instant at) implements ProgramEvent {}

    /** approval-service computes new selections with the new prices from their day on. */
    record ProgramChanged(Program program, String partnerName, Instant at) implements ProgramEvent {}
}
