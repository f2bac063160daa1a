package org.partnershipfund.allocation.adapter.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A OneRoster 1.2 bulk file of three invented schools; each test changes what it is about. */
final class Roster {

    private final SequencedMap<String, String> files = new LinkedHashMap<>();

    Roster() {
        files.put("manifest.csv", """
                propertyName,value
                manifest.version,1.0
                oneroster.version,1.2
                file.academicSessions,bulk
                file.enrollments,bulk
                file.orgs,bulk
                file.users,absent
                source.systemName,Student information system
                """);
        files.put("orgs.csv", """
                sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
                o-0,,,District,district,00350000,
                o-1,,,Adams,school,00350001,o-0
                o-2,,,Baker,school,00350002,o-0
                o-3,,,Curie,school,00350003,o-0
                """);
        files.put("academicSessions.csv", """
                sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
                y-18,,,2017-2018,schoolYear,2017-09-07,2018-06-22,,2018
                """);
        files.put("enrollments.csv", """
                sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
                e-1,,,c-1,o-1,p-1,student,,2017-09-07,2018-06-22
                e-2,,,c-2,o-1,p-1,student,,2017-09-07,2018-06-22
                e-3,,,c-1,o-1,p-2,student,,,
                e-4,,,c-1,o-1,p-3,student,,2017-09-07,2017-10-01
                e-5,,,c-1,o-1,p-4,student,,2017-10-01,
                e-6,,,c-1,o-1,p-5,student,,2017-10-02,
                e-7,,,c-1,o-1,t-1,teacher,true,2017-09-07,2018-06-22
                e-8,tobedeleted,,c-1,o-1,p-6,student,,,
                e-9,active,,c-9,o-2,p-1,student,,,
                """);
    }

    /** The same with another text in one of its files. */
    Roster with(String file, String text, String instead) {
        String before = files.getOrDefault(file, "");
        if (!before.contains(text)) {
            throw new IllegalArgumentException("%s has no %s".formatted(file, text));
        }
        files.put(file, before.replace(text, instead));
        return this;
    }

    /** The same with a file of its own. */
    Roster file(String name, String content) {
        files.put(name, content);
        return this;
    }

    Roster without(String file) {
        files.remove(file);
        return this;
    }

    byte[] zip() {
        return zip(Deflater.DEFAULT_COMPRESSION);
    }

    /** The same with the bytes of its files as they are. */
    byte[] stored() {
        return zip(Deflater.NO_COMPRESSION);
    }

    private byte[] zip(int level) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(level);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
