/**
 * The records of the domain, valid by construction: a value that breaks a rule cannot be built, and
 * all the rules it breaks are reported together.
 *
 * <p>Times are {@link java.time.Instant}s cut to the millisecond. A component documented as
 * optional is {@code null} where it was not given; lists and maps are never {@code null}.
 */
package io.tocsin.model;
