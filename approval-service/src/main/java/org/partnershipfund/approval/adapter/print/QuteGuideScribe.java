package org.partnershipfund.approval.adapter.print;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.support.Guide;
import org.partnershipfund.approval.support.GuideScribe;
import org.partnershipfund.foundation.print.Style;

/** Writes the guide by its template, which is checked against these types when the service is built. */
@ApplicationScoped
public class QuteGuideScribe implements GuideScribe {

    /** How the guide looks; a browser applies no other style. */
    public static final Style STYLE = Style.load(QuteGuideScribe.class, "/templates/guide/guide.css");

    /** The guide's template. */
    @CheckedTemplate(basePath = "guide", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance guide(Guide guide, Style style);
    }

    @Override
    public String page(Guide guide) {
        return Templates.guide(guide, STYLE).render();
    }
}
