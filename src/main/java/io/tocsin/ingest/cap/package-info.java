/** OASIS Common Alerting Protocol: alerts to statements or news, areas to regions. */
package io.tocsin.ingest.cap;
