package io.tocsin.assess;

import io.tocsin.model.Cause;

/**
 * What a change is put down to.
 *
 * @param id of the record, or {@code null} for time
 * @param time in UTC epoch ms
 */
record Trigger(Cause cause, String id, long time) {}
