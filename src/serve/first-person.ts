import { ok, type Result } from '../contracts/result.ts';
import type { CustomerWorkspace, Person, PersonFault } from '../store/sqlite/workspace.ts';
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
  const person = findOrAddPerson(customer, email);
  if (!person.ok) return house.log.error({ code: person.fault });
  // Who writes the settings operates the installation, also where an evaluation's person was here before.
  house.workspace.installation.makeOperator(person.value.id);
  if (person.value.canSignIn) return;
  if (adminPassword !== null) {
    const set = await customer.setPassword(person.value.id, adminPassword);
    if (!set.ok) house.log.error({ code: set.fault });
    return;
  }
  const link = customer.createSetupLink(person.value.id);
  if (link !== null)
    say(`Choose the password of the first person (${email}) here, once:\n  ${setupLink(origin, link.token)}`);
}

/** The token stands behind `#`, so that it reaches no server log. */
export function setupLink(origin: string, token: string): string {
  return `${origin}/setup#token=${token}`;
}

/** The person of this e-mail address, new where the customer has none. */
export function findOrAddPerson(customer: CustomerWorkspace, email: string): Result<Person, PersonFault> {
  const known = customer.person(email);
  return known === null ? customer.addPerson(email) : ok(known);
}
