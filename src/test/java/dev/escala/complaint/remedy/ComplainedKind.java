package dev.escala.complaint.remedy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.MatterKind;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A kind of matter that knows no more of its matters than remedies ask of one. */
@TestConfiguration(proxyBeanMethods = false)
public class ComplainedKind implements MatterKind {

	private static final String KIND = "complained";

	private final Map<CaseNumber, Matter> known = new ConcurrentHashMap<>();

	private final Map<CaseNumber, Map<String, Object>> facts = new ConcurrentHashMap<>();

	private final AtomicInteger last = new AtomicInteger();

	private final JdbcClient jdbc;

	ComplainedKind(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Somebody complained about us, and we know whose fault it was. */
	public CaseNumber complained(Matters matters, CustomerId customer, Severity severity, Fault fault,
			ReasonGroup group) {
		CaseNumber number = new CaseNumber("RRT-2026-%06d".formatted(this.last.incrementAndGet()));
		matters.register(number, KIND);
		this.facts.put(number, Map.of("fault", fault, "reasonGroup", group));
		this.known.put(number, new Matter(number, KIND, "Reclama", null, customer, severity, "complaint-handlers", null,
				Instant.parse("2026-11-23T09:00:00Z"), true, "está abierta", EnumSet.allOf(MatterAction.class)));
		return number;
	}

	/** It is over. */
	public void close(CaseNumber number) {
		change(number, null, false, "está cerrada");
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public String prefix() {
		return "RRT-";
	}

	@Override
	public String label() {
		return "asunto reclamado";
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return Optional.ofNullable(this.known.get(number));
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		this.jdbc.sql("SELECT number FROM matter WHERE number = ? FOR UPDATE")
			.param(number.value())
			.query()
			.listOfRows();
		return find(number);
	}

	@Override
	public List<CaseNumber> openOf(CustomerId customerId) {
		return List.of();
	}

	@Override
	public List<CaseNumber> openOwnOf(CustomerId customerId) {
		return List.of();
	}

	@Override
	public Map<String, Object> facts(CaseNumber number) {
		return this.facts.getOrDefault(number, Map.of());
	}

	@Override
	public void own(CaseNumber number, UserId userId) {
		change(number, userId, true, "está abierta");
	}

	private void change(CaseNumber number, UserId owner, boolean open, String standing) {
		this.known.computeIfPresent(number, (key, one) -> new Matter(key, KIND, one.subject(), null, one.customerId(),
				one.severity(), one.groupId(), owner, one.beganAt(), open, standing, one.possible()));
	}

}
