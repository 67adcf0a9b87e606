/**
 * The core: how evidence becomes a threat level. Pure: no Kafka, no Avro, no logging, no I/O, no
 * clock, no randomness; whoever applies the same evidence gets the same levels, to the bit.
 *
 * <p>{@link io.tocsin.assess.Assessor} applies evidence to the dossiers of subjects and says what
 * moved. A dossier's course is a fold over its rows; a policy holds every number.
 */
package io.tocsin.assess;
