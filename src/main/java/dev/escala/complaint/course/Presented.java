package dev.escala.complaint.course;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.key.ComplaintKey;

/**
 * A complaint that has just been presented.
 *
 * @param complaint the complaint
 * @param key with which the customer follows it; nobody can ask for it again, it stands
 * in the receipt
 */
public record Presented(Complaint complaint, ComplaintKey key) {

}
