/**
 * Cases that go from team to team: when supervision has to say whose they are. Knows
 * nothing of how a case is routed.
 */
package dev.escala.escalation.transfer;
