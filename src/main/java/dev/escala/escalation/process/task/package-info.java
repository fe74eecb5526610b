/**
 * The user tasks of an escalation: who gets each, and what completing it means. Nobody
 * else knows them.
 */
package dev.escala.escalation.process.task;
