package dev.escala.notification.channel;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.notification.Channel;
import dev.escala.notification.ChannelPause;
import dev.escala.notification.Lane;

/** The queues that this node empties. */
public final class Channels {

	private final List<OutgoingLane> lanes;

	private final List<Endpoint> endpoints;

	/**
	 * @param senders one for each server
	 * @param endpoints the servers that are no mail server
	 */
	Channels(List<? extends Sender> senders, List<Endpoint> endpoints, Clock clock) {
		this.lanes = senders.stream()
			.map((sender) -> new OutgoingLane(sender, new LaneBreaker(sender.lane(), clock)))
			.toList();
		this.endpoints = List.copyOf(endpoints);
	}

	List<OutgoingLane> lanes() {
		return this.lanes;
	}

	/** The endpoints that get what these groups are told. */
	public List<Endpoint> endpointsOf(Collection<String> groups) {
		return this.endpoints.stream().filter((endpoint) -> endpoint.isFor(groups)).toList();
	}

	/** The names of all endpoints. */
	Set<String> names() {
		return this.endpoints.stream().map(Endpoint::name).collect(Collectors.toSet());
	}

	/** Whether messages to this recipient can leave as far as the configuration goes. */
	public boolean knows(Channel channel, String recipient) {
		return channel == Channel.EMAIL
				|| this.endpoints.stream().anyMatch((one) -> one.lane().equals(new Lane(channel, recipient)));
	}

	/** The servers that are left alone now. */
	public List<ChannelPause> pauses() {
		return this.lanes.stream()
			.flatMap((lane) -> lane.breaker()
				.current()
				.map((pause) -> new ChannelPause(lane.lane().server(), pause.since(), pause.until(),
						pause.askedToWait()))
				.stream())
			.toList();
	}

}
