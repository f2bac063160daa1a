package org.partnershipfund.foundation.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Stands where the exporter to a collector does: the last spans that ended, of all tests of the module. */
@ApplicationScoped
public class EndedSpans implements SpanProcessor {

    private static final int KEPT = 5_000;

    private final Deque<SpanData> ended = new ArrayDeque<>();

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only ended spans leave a service.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public synchronized void onEnd(ReadableSpan span) {
        ended.addLast(span.toSpanData());
        if (ended.size() > KEPT) {
            var _ = ended.removeFirst();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    synchronized List<SpanData> of(String traceId) {
        return ended.stream().filter(span -> span.getTraceId().equals(traceId)).toList();
    }
}
