/**
 * What every format has in common: a document comes in on a speaker's behalf, records and refusals
 * come out. Each family of formats has a package of its own beside this one.
 */
package io.tocsin.ingest.format;
