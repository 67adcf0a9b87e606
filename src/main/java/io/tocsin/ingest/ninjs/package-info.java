/** News in JSON (ninjs), the format of the IPTC for items of news agencies, 1.0 to 3.1. */
package io.tocsin.ingest.ninjs;
