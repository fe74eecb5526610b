package dev.escala.inbound;

/**
 * A file that came with a mail, or with a form.
 *
 * @param id our id
 * @param mailId the mail, or {@code null} where it came with a form
 * @param name its name, safe to save under
 * @param mediaType what it is, by what it contains
 * @param size in bytes
 * @param refused why it was not kept, in Spanish, or {@code null}
 */
public record InboundFile(long id, Long mailId, String name, String mediaType, long size, String refused) {
}
