/** Structured Threat Information Expression (OASIS STIX 2.1): reports in bundles. */
package io.tocsin.ingest.stix;
