package org.partnershipfund.procurement.process;

import java.util.UUID;

/** What procurement remembers of a program: who offers it, and what it serves. */
public record Program(UUID id, UUID partner, String partnerName, String name, String serviceArea) {}
