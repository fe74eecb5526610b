package dev.escala.notification.channel;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.escala.notification.Channel;
import dev.escala.notification.Lane;

/**
 * A server to which what people inside are told is posted too. Its URL may hold a secret
 * (Slack's does), so nothing but its name is shown.
 *
 * @param name its name in the configuration
 * @param channel how it is spoken to; never mail
 * @param url where to post
 * @param secrets keys that sign, the newest first; empty for a chat
 * @param groups whose messages it gets, or {@code all}
 */
public record Endpoint(String name, Channel channel, URI url, List<WebhookSecret> secrets, Set<String> groups) {

	static final String ALL = "all";

	public Endpoint {
		secrets = List.copyOf(secrets);
		groups = Set.copyOf(groups);
	}

	public Lane lane() {
		return new Lane(this.channel, this.name);
	}

	/** Whether it gets what these groups are told. */
	boolean isFor(Collection<String> told) {
		return this.groups.contains(ALL) || told.stream().anyMatch(this.groups::contains);
	}

	@Override
	public String toString() {
		return this.channel + " " + this.name;
	}

}
