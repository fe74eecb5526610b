/**
 * The filter chains: how each part of the application learns who asks, and what it
 * answers to whoever may not. The table of access decides; no feature is known here.
 */
package dev.escala.access.web;
