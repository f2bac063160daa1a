package org.partnershipfund.local.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.partnershipfund.local.process.Sentence;

/** Files of a bid; those with secrets are readable by their owner only, and no file is ever overwritten. */
final class BidFiles {

    static final ObjectMapper JSON = new ObjectMapper();

    private BidFiles() {}

    /** Something is wrong with a file; the message says what. */
    static final class BidFileException extends Exception {
        private static final long serialVersionUID = 1L;

        BidFileException(String message) {
            super(message);
        }
    }

    static byte[] read(Path file) throws BidFileException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BidFileException("%s cannot be read: %s".formatted(file, Sentence.of(e)));
        }
    }

    static JsonNode readJson(Path file) throws BidFileException {
        try {
            return JSON.readTree(read(file));
        } catch (IOException e) {
            throw new BidFileException("%s is no JSON: %s".formatted(file, Sentence.of(e)));
        }
    }

    static String text(JsonNode node, String field, Path file) throws BidFileException {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new BidFileException("%s has no %s; is it the right file?".formatted(file, field));
        }
        return value.textValue();
    }

    static void writeJson(Path file, JsonNode json) throws BidFileException {
        write(file, json.toPrettyString() + "\n");
    }

    static void write(Path file, String text) throws BidFileException {
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new BidFileException("%s cannot be written: %s".formatted(file, Sentence.of(e)));
        }
    }
}
