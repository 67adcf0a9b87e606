/** NewsML-G2 of the IPTC. */
package io.tocsin.ingest.newsml;
