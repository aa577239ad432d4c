import type { House } from './open-house.ts';
import { say } from './terminal.ts';

/** Account of an evaluation's first admin; no mail is ever sent to it. */
const EVALUATION_EMAIL = 'admin@localhost.localdomain';

/**
 * The first person of a new installation: from the settings, or in an evaluation one whose one-time link is printed
 * at each start until a password was chosen.
 */
export async function welcomeFirstPerson(house: House, origin: string): Promise<void> {
  const { adminEmail, adminPassword } = house.settings;
  const customer = house.customer();
  if (customer === null || (adminEmail === null && !house.isEvaluation)) return;
  const email = adminEmail ?? EVALUATION_EMAIL;
  const known = customer.people().find((person) => person.email === email.toLowerCase());
  const added = known === undefined ? customer.addPerson(email) : null;
  if (added !== null && !added.ok) return house.log.error({ code: added.fault });
  const person = known ?? (added?.ok === true ? added.value : null);
  if (person === null || person.canSignIn) return;
  if (adminPassword !== null) {
    const set = await customer.setPassword(person.id, adminPassword);
    if (!set.ok) house.log.error({ code: set.fault });
    return;
  }
  const link = customer.createSetupLink(person.id);
  if (link !== null)
    say(`Choose the password of the first person (${email}) here, once:\n  ${setupLink(origin, link.token)}`);
}

/** The token stands behind `#`, so that it reaches no server log. */
export function setupLink(origin: string, token: string): string {
  return `${origin}/setup#token=${token}`;
}
