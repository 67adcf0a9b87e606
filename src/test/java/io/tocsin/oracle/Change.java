package io.tocsin.oracle;

import io.tocsin.model.Cause;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;

/**
 * A change as the oracle sees it.
 *
 * @param trigger id of the event, statement or control; null for time
 * @param effectiveAt epoch ms
 */
public record Change(
    Subject subject,
    long sequence,
    Level previous,
    Level level,
    Level declared,
    Level reported,
    double score,
    Cause cause,
    String trigger,
    long effectiveAt) {}
