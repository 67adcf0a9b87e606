/** Whether the system is well: findings, and what is kept off the terminal and what is not. */
package io.tocsin.vitals;
