package dev.escala.pursuit.course;

import java.util.List;

import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pipeline.PartyLookups;
import dev.escala.pipeline.Prospects;
import dev.escala.pipeline.SaveProspect;
import dev.escala.pursuit.Pursuit;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Whom it is about, in the register of prospects and customers. */
@Component
class Registry {

	private final Parties parties;

	private final PartyLookups lookups;

	private final Prospects prospects;

	Registry(Parties parties, PartyLookups lookups, Prospects prospects) {
		this.parties = parties;
		this.lookups = lookups;
		this.prospects = prospects;
	}

	/** The party that is meant; refuses an unknown one. */
	Party known(String codeOrName) {
		return this.parties.one("party", codeOrName);
	}

	/**
	 * The party with exactly that code or name, or a new prospect: a part of a name would
	 * mean the wrong one.
	 * @throws InvalidInputException where several have that name
	 */
	Party prospect(String codeOrName, String sector, Integer employees) {
		List<Party> exact = this.parties.matchExactly(codeOrName);
		if (exact.size() > 1) {
			return known(codeOrName);
		}
		return exact.isEmpty()
				? this.parties.get(Party.Kind.PROSPECT,
						this.prospects.create(new SaveProspect(null, codeOrName, sector, employees, "es")).id())
				: exact.get(0);
	}

	/** Whom a pursuit is about, as the register knows them now, or knew them then. */
	Party party(Pursuit pursuit) {
		return this.parties.find(pursuit.partyKind(), pursuit.partyId())
			.orElseGet(
					() -> new Party(pursuit.partyKind(), pursuit.partyId(), "", pursuit.partyName(), null, null, "es"));
	}

	/** What Escala knows of them that has to be read before anybody commits. */
	List<String> lookUp(Party party, UserId by) {
		return this.lookups.found(party, by).stream().map(PartyLookups.Found::explanation).toList();
	}

}
