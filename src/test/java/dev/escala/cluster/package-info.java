/** What several nodes on one database owe each other, tried with real processes. */
package dev.escala.cluster;
