package dev.escala.pursuit.taken.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pipeline.Prospects;
import dev.escala.pipeline.SaveProspect;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.taken.ImportNote;
import dev.escala.pursuit.taken.SaleImport;
import dev.escala.pursuit.taken.SaleImport.Outcome;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Component;

/**
 * A row that was taken before. What changed there since then is written here, unless
 * somebody changed it here since then: what people write stays.
 */
@Component
class RowChanges {

	private static final String STAGE = "STAGE";

	private static final String REST = "REST";

	private static final String AMOUNT = "AMOUNT";

	private static final String TITLE = "TITLE";

	private final Pursuits pursuits;

	private final PursuitRepository repository;

	private final Profiles profiles;

	private final Prospects prospects;

	private final Parties parties;

	private final Timeline timeline;

	RowChanges(Pursuits pursuits, PursuitRepository repository, Profiles profiles, Prospects prospects, Parties parties,
			Timeline timeline) {
		this.pursuits = pursuits;
		this.repository = repository;
		this.profiles = profiles;
		this.prospects = prospects;
		this.parties = parties;
		this.timeline = timeline;
	}

	/** Digests of what a row says, by field. */
	static Map<String, String> said(SaidRow row) {
		Map<String, String> said = new HashMap<>();
		for (Field field : Field.values()) {
			said.put(field.name(), Digests.of(field.theirs(row)));
		}
		said.put(TITLE, Digests.of(RowParty.subject(row)));
		said.put(AMOUNT, Digests.of((row.money() == null) ? null : row.money().toString()));
		said.put(STAGE, Digests.of(row.meaning() + "\n" + row.stage() + "\n" + row.loss()));
		said.put(REST, Digests.of(row.rest()));
		said.values().removeIf(Objects::isNull);
		return said;
	}

	/** Whether the row says nothing that it did not say before. */
	static boolean isSame(Taken before, SaidRow row) {
		return before.said().entrySet().containsAll(said(row).entrySet());
	}

	/** Whether it stands there otherwise than before. */
	static boolean isMoved(Taken before, SaidRow row) {
		return isNews(before, said(row), STAGE);
	}

	private static boolean isNews(Taken before, Map<String, String> now, String field) {
		return now.containsKey(field) && !now.get(field).equals(before.said().get(field));
	}

	/**
	 * Writes what changed, but for the stage.
	 * @return what became of it; the fields that people wrote are named in a note
	 */
	RowResult write(Taken before, Pursuit pursuit, SaidRow row, String system, UserId by) {
		Map<String, String> now = said(row);
		Party party = this.parties.find(pursuit.partyKind(), pursuit.partyId()).orElse(null);
		Profile profile = this.profiles.get(pursuit.number());
		List<String> written = new ArrayList<>();
		List<String> kept = new ArrayList<>();
		List<Field> fields = new ArrayList<>();
		for (Field field : Field.values()) {
			if (isNews(before, now, field.name())) {
				boolean ours = field.ofParty() && (party == null || party.kind() == Party.Kind.CUSTOMER);
				if (ours || isWrittenHere(before, field.name(), field.ours(party, profile))) {
					kept.add(field.label);
				}
				else {
					fields.add(field);
					written.add(field.label);
				}
			}
		}
		write(fields, row, party, pursuit, by);
		if (pursuit.kind() == PursuitKind.OPPORTUNITY && isNews(before, now, TITLE)) {
			boolean taken = this.pursuits.of(pursuit.partyKind(), pursuit.partyId())
				.stream()
				.anyMatch((one) -> one.isOpen() && one.subject().equalsIgnoreCase(RowParty.subject(row)));
			if (taken || isWrittenHere(before, TITLE, pursuit.subject())) {
				kept.add("Oportunidad");
			}
			else {
				this.repository.rename(pursuit.number(), RowParty.subject(row));
				written.add("Oportunidad");
			}
		}
		if (isNews(before, now, AMOUNT)) {
			String ours = (pursuit.deal().amount() == null) ? null
					: new SaidRow.Money(pursuit.deal().amount(), pursuit.deal().currency()).toString();
			if (isWrittenHere(before, AMOUNT, ours)) {
				kept.add("Importe");
			}
			else {
				this.repository.deal(pursuit.number(),
						new Pursuit.Deal(pursuit.deal().quote(), row.money().amount(), row.money().currency()));
				written.add("Importe");
			}
		}
		if (!written.isEmpty()) {
			this.timeline.add(pursuit.number(), by,
					"Ha cambiado en " + system + ", y aquí: " + Sentences.all(written) + ".");
		}
		if (isNews(before, now, REST)) {
			this.timeline.add(pursuit.number(), by, "Ahora dice " + system + ":\n" + row.rest());
			written.add("lo demás");
		}
		return kept.isEmpty() ? RowResult.of(written.isEmpty() ? Outcome.SAME : Outcome.CHANGED)
				: RowResult
					.of(written.isEmpty() ? Outcome.SAME : Outcome.CHANGED, row, ImportNote.Kind.PARTLY,
							"Ha cambiado en " + system + " y también aquí: " + Sentences.all(kept)
									+ ". Se queda lo de aquí; si vale lo otro, cámbielo en la ficha.",
							pursuit.number());
	}

	/** Nobody has written what is empty here and was never there. */
	private static boolean isWrittenHere(Taken before, String field, String ours) {
		return !Objects.equals(Digests.of(ours), before.said().get(field));
	}

	private void write(List<Field> fields, SaidRow row, Party party, Pursuit pursuit, UserId by) {
		if (fields.stream().anyMatch(Field::ofParty)) {
			this.prospects
				.replace(new SaveProspect(party.code(), fields.contains(Field.COMPANY) ? row.name() : party.name(),
						fields.contains(Field.SECTOR) ? row.sector() : party.sector(),
						fields.contains(Field.EMPLOYEES) ? row.employees() : party.employees(), party.language()));
		}
		if (fields.stream().anyMatch((field) -> !field.ofParty())) {
			Profile said = row.profile();
			this.profiles.add(pursuit.number(), by,
					new Profile(null, fields.contains(Field.PERSON) ? said.contactName() : null,
							fields.contains(Field.JOB) ? said.contactTitle() : null,
							fields.contains(Field.PHONE) ? said.contactPhone() : null,
							fields.contains(Field.EMAIL) ? said.contactEmail() : null, null, null, null, null));
		}
	}

	/** What is written field by field. */
	private enum Field {

		COMPANY("Empresa"), SECTOR("Sector"), EMPLOYEES("Empleados"), PERSON("Persona"), JOB("Cargo"),
		PHONE("Teléfono"), EMAIL("Correo");

		private final String label;

		Field(String label) {
			this.label = label;
		}

		private boolean ofParty() {
			return this == COMPANY || this == SECTOR || this == EMPLOYEES;
		}

		private String theirs(SaidRow row) {
			return switch (this) {
				case COMPANY -> row.name();
				case SECTOR -> row.sector();
				case EMPLOYEES -> (row.employees() == null) ? null : row.employees().toString();
				case PERSON -> row.profile().contactName();
				case JOB -> row.profile().contactTitle();
				case PHONE -> row.profile().contactPhone();
				case EMAIL -> row.profile().contactEmail();
			};
		}

		private String ours(Party party, Profile profile) {
			return switch (this) {
				case COMPANY -> party.name();
				case SECTOR -> party.sector();
				case EMPLOYEES -> (party.employees() == null) ? null : party.employees().toString();
				case PERSON -> profile.contactName();
				case JOB -> profile.contactTitle();
				case PHONE -> profile.contactPhone();
				case EMAIL -> profile.contactEmail();
			};
		}

	}

}
