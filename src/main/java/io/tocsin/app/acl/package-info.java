/** What Tocsin needs to be allowed of Kafka, by role, and what to say where it is not. */
package io.tocsin.app.acl;
