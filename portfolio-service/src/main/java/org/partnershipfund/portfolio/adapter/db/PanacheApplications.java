package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.DeclaredTie;
import org.partnershipfund.portfolio.vetting.Review;
import org.partnershipfund.portfolio.vetting.Submission;

/**
 * Applications in table {@code application} and what hangs on it, their answers in {@code submission} and {@code answer},
 * their reviews in {@code review} and {@code rating}.
 */
@ApplicationScoped
class PanacheApplications implements Applications {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ApplicationRow, UUID> {}

    /** The table of reviews as Panache sees it. */
    @ApplicationScoped
    static class ReviewRows implements PanacheRepositoryBase<ReviewRow, UUID> {}

    /** The table of answers by round as Panache sees it. */
    @ApplicationScoped
    static class SubmissionRows implements PanacheRepositoryBase<SubmissionRow, SubmissionRow.Key> {}

    private final Rows rows;
    private final SubmissionRows submissions;
    private final ReviewRows reviews;

    PanacheApplications(Rows rows, SubmissionRows submissions, ReviewRows reviews) {
        this.rows = rows;
        this.submissions = submissions;
        this.reviews = reviews;
    }

    @Override
    public Optional<Versioned<Application>> find(ApplicationId id) {
        return rows.findByIdOptional(id.value()).map(this::versioned);
    }

    @Override
    public Optional<Versioned<Application>> hold(ApplicationId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(this::versioned);
    }

    @Override
    public Optional<DeclaredTie> tie(PartnerId partner, Person person) {
        return rows.getEntityManager()
                .createQuery(
                        "select t from ApplicationRow a join a.ties t where a.partnerId = :partner and t.issuer = :issuer and t.subject = :subject order by t.declaredAt",
                        TieCell.class)
                .setParameter("partner", partner.value())
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(TieCell::declared);
    }

    @Override
    public Optional<ApplicationId> find(ProgramId program, CycleId cycle, String category) {
        return rows.find(
                        "programId = ?1 and cycleId = ?2 and category = ?3 and state <> 'withdrawn'",
                        program.value(),
                        cycle.value(),
                        category)
                .firstResultOptional()
                .map(ApplicationRow::applicationId);
    }

    @Override
    public List<Versioned<Application>> list(Filter filter, Optional<ApplicationId> after, int limit) {
        var where = new StringBuilder("id > :after and changedAt > :changedAfter");
        Map<String, Object> values = new HashMap<>();
        values.put("after", after.map(ApplicationId::value).orElse(Lists.BEFORE_ALL));
        values.put("changedAfter", filter.modifiedAfter().orElse(Instant.EPOCH));
        switch (filter.reach()) {
            case Reach.Every() -> {}
            case Reach.Only(var partners) -> {
                where.append(" and partnerId in :partners");
                values.put("partners", partners.stream().map(PartnerId::value).toList());
            }
        }
        filter.cycle().ifPresent(cycle -> {
            where.append(" and cycleId = :cycle");
            values.put("cycle", cycle.value());
        });
        filter.program().ifPresent(program -> {
            where.append(" and programId = :program");
            values.put("program", program.value());
        });
        filter.state().ifPresent(state -> {
            where.append(" and state = :state");
            values.put("state", state);
        });
        filter.endsBy().ifPresent(days -> {
            where.append(" and state in ('vetted', 'suspended') and validUntil between :endsFrom and :endsUntil");
            values.put("endsFrom", days.from());
            values.put("endsUntil", days.until());
        });
        List<ApplicationRow> found = rows.find(where + " order by id", values)
                .page(Page.ofSize(limit))
                .list();
        return versioned(found);
    }

    @Override
    public long store(Application application, long readVersion) {
        UUID id = application.id().value();
        ApplicationRow row = rows.findById(id);
        long storedVersion = row == null ? 0 : row.version();
        if (storedVersion != readVersion) {
            throw new StaleStateException(id, readVersion);
        }
        if (row == null) {
            row = new ApplicationRow(application);
            rows.persist(row);
        } else {
            row.take(application);
        }
        // answers and reviews refer to the application, and Hibernate knows of no order between the tables
        rows.flush();
        keepNewSubmissions(application);
        keepNewReviews(application);
        rows.flush();
        return row.version();
    }

    private void keepNewSubmissions(Application application) {
        List<Submission> all = application.dossier().submissions();
        int kept = (int) submissions.count("key.application", application.id().value());
        for (int round = kept + 1; round <= all.size(); round++) {
            submissions.persist(new SubmissionRow(application.id(), round, all.get(round - 1)));
        }
    }

    private void keepNewReviews(Application application) {
        long kept = reviews.count("applicationId", application.id().value());
        application.dossier().reviews().stream()
                .skip(kept)
                .map(review -> new ReviewRow(application.id(), review))
                .forEach(reviews::persist);
    }

    private Versioned<Application> versioned(ApplicationRow row) {
        return versioned(List.of(row)).getFirst();
    }

    private List<Versioned<Application>> versioned(List<ApplicationRow> found) {
        List<UUID> ids = found.stream().map(row -> row.applicationId().value()).toList();
        Map<UUID, List<Submission>> answersOfEach =
                submissions.list("key.application in ?1 order by key.application, key.round", ids).stream()
                        .collect(groupingBy(SubmissionRow::application, mapping(SubmissionRow::submission, toList())));
        // by id, which is by time: a review's id is made when it is written
        Map<UUID, List<Review>> reviewsOfEach = reviews.list("applicationId in ?1 order by id", ids).stream()
                .collect(groupingBy(ReviewRow::application, mapping(ReviewRow::review, toList())));
        return found.stream()
                .map(row -> {
                    UUID id = row.applicationId().value();
                    return row.versioned(
                            answersOfEach.getOrDefault(id, List.of()), reviewsOfEach.getOrDefault(id, List.of()));
                })
                .toList();
    }
}
