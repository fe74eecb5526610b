package dev.escala.pursuit.interest;

import java.util.Optional;

import dev.escala.inbound.opening.MailOpening;
import dev.escala.inbound.opening.OpeningMail;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.PursuitKind;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** A mail of somebody who wants something of us makes them a prospect (004-18). */
@Component
class InterestedByMail implements MailOpening {

	private final RegisterInterest registering;

	InterestedByMail(RegisterInterest registering) {
		this.registering = registering;
	}

	@Override
	public String kind() {
		return PursuitKind.PROSPECT.matterKind();
	}

	@Override
	public String label() {
		return "Es un interesado";
	}

	@Override
	public String hint() {
		return "Si pregunta por lo que vendemos, Ventas le llama: queda como prospecto, con su nombre, su dirección y sus "
				+ "palabras. Si ya se le sigue, el correo va ahí y le toca contacto ahora. No recibe ningún mensaje.";
	}

	@Override
	public boolean isOne(CaseNumber number) {
		return PursuitKind.isOne(number);
	}

	@Override
	public CaseNumber open(OpeningMail mail, UserId by) {
		String party = Optional.ofNullable(mail.customer())
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.orElse(null);
		if (party == null && mail.sender() == null) {
			throw new InvalidInputException("customer",
					"No se puede leer qué dirección lo envía: escriba el código o el nombre de un prospecto o cliente conocido.");
		}
		return this.registering.register(new SaidInterest(mail.senderName(), null, mail.sender(), null, mail.subject(),
				mail.text(), Capture.MAIL), party, by);
	}

}
