/**
 * How long the texts and files of a complaint are kept, and their end. Decides nothing
 * else about a complaint, and touches no open one.
 */
package dev.escala.complaint.retention;
