package org.partnershipfund.kernel;

import java.util.Optional;

/**
 * A file that was received and looked into.
 *
 * @param fileName as its sender calls it, without folders
 * @param declared what its sender calls it besides its name; empty if they do not say
 * @param inspection what it is by its content
 * @param bytes its length
 * @param sha256 of its bytes, in hex
 */
public record ReceivedFile(
        String fileName, Optional<FileType> declared, Inspection inspection, long bytes, String sha256) {

    /** Whether name and declaration say that it is of this type: who opens a file gets what its name says. */
    public boolean isCalled(FileType type) {
        return type.isNamedBy(fileName) && declared.filter(said -> said != type).isEmpty();
    }
}
