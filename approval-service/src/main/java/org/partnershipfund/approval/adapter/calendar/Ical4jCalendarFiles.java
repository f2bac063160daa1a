package org.partnershipfund.approval.adapter.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.partnershipfund.approval.support.CalendarEntry;
import org.partnershipfund.approval.support.CalendarFiles;

/**
 * Writes entries with ical4j, which knows escaping, folding and line ends. Times are instants in UTC, which every calendar
 * program shows in its reader's zone; so the file needs no definition of ours.
 */
@ApplicationScoped
class Ical4jCalendarFiles implements CalendarFiles {

    private final String organizer;

    Ical4jCalendarFiles(@ConfigProperty(name = "quarkus.mailer.from") String organizer) {
        this.organizer = organizer;
    }

    @Override
    public String write(String name, List<CalendarEntry> entries) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Partnership Fund//approval-service//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", "America/New_York"));
        entries.forEach(entry -> calendar.add(event(entry, organizer)));
        var file = new StringWriter();
        try {
            new CalendarOutputter(!entries.isEmpty()).output(calendar, file);
        } catch (IOException e) {
            throw new UncheckedIOException("no file is touched, so none can fail", e);
        }
        return file.toString();
    }

    private static VEvent event(CalendarEntry entry, String organizer) {
        // Without a time stamp of its own making: the same entries are the same bytes.
        var event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new DtStart<>(entry.startsAt()));
        event.add(new DtEnd<>(entry.endsAt()));
        event.add(new Organizer(URI.create("mailto:" + organizer)));
        event.add(new Sequence(entry.sequence()));
        event.add(status(entry.state()));
        event.add(new Summary(entry.title()));
        event.add(new Location(entry.place()));
        event.add(new Description(entry.about()));
        return event;
    }

    private static Status status(CalendarEntry.State state) {
        return switch (state) {
            case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
            case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }
}
