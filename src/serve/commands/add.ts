import { Command } from 'commander';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import { atTheDoor } from '../reach-operator.ts';
import { print, say } from '../terminal.ts';

type CustomerFlag = { readonly data?: string; readonly customer?: string };

/** `customer add`, `site add`, `user add`, `key add`: what a customer has, from the command line. */
export function addCommands(): Command[] {
  return [
    new Command('customer').description('customers of this installation').addCommand(customerAdd()),
    new Command('site').description('websites whose visits are recorded').addCommand(siteAdd()),
    new Command('user').description('people who may sign in').addCommand(userAdd()),
    new Command('key').description('keys for the REST API').addCommand(keyAdd()),
  ];
}

function customerAdd(): Command {
  return withDataFlag(new Command('add'))
    .description('add a customer, whose sites and people are kept apart from all others')
    .argument('<name>', 'name of the customer')
    .action(async (name: string, flags: CustomerFlag) => {
      await atTheDoor(settingsOrFault({ data: flags.data }), async (operator) => {
        const added = await operator.post<{ id: number; name: string }>('/customers', { name });
        print(`Customer ${added.name} added.`);
      });
    });
}

function siteAdd(): Command {
  return withCustomerFlag(new Command('add'))
    .description('add a website')
    .argument('<domain>', 'its domain, such as example.com')
    .option('--time-zone <zone>', 'IANA time zone of its reports (default: this machine’s)')
    .option('--other-hosts <hosts>', 'further hosts of its pages, separated by commas')
    .action(async (domain: string, flags: CustomerFlag & { timeZone?: string; otherHosts?: string }) => {
      const settings = settingsOrFault({ data: flags.data });
      await atTheDoor(settings, async (operator) => {
        const site = await operator.post<{ domain: string; timeZone: string; origin: string }>('/sites', {
          customer: flags.customer,
          domain,
          timeZone: flags.timeZone,
          otherHosts: flags.otherHosts?.split(',').map((host) => host.trim()),
        });
        print(`Site ${site.domain} added (${site.timeZone}).`);
        print('Put this line into the head of its pages:');
        print(`<script defer src="${site.origin}/t.js" data-site="${site.domain}"></script>`);
        print('and for visitors without scripts this one into their body:');
        print(
          `<noscript><img src="${site.origin}/t.gif?site=${site.domain}" alt="" width="1" height="1" referrerpolicy="no-referrer-when-downgrade"></noscript>`,
        );
      });
    });
}

function userAdd(): Command {
  return withCustomerFlag(new Command('add'))
    .description('add a person and print the link with which to choose a password; again for a forgotten password')
    .argument('<email>', 'e-mail address')
    .option('--operator', 'also for the whole installation: sees what is withheld, decides for all customers')
    .action(async (email: string, flags: CustomerFlag & { operator?: true }) => {
      await atTheDoor(settingsOrFault({ data: flags.data }), async (operator) => {
        const person = await operator.post<{ email: string; link: string; expiresAt: string }>('/people', {
          customer: flags.customer,
          email,
          operator: flags.operator,
        });
        say(`${person.email} can choose a password here, once, until ${person.expiresAt}:`);
        print(person.link);
      });
    });
}

function keyAdd(): Command {
  return withCustomerFlag(new Command('add'))
    .description('make a key for the REST API; it is shown once')
    .requiredOption('--scope <scope>', 'read, manage or collect (hands in a web server’s requests)')
    .option('--label <text>', 'what the key is for', 'command line')
    .option('--expires <time>', 'when it ends, RFC 3339')
    .action(async (flags: CustomerFlag & { scope: string; label: string; expires?: string }) => {
      await atTheDoor(settingsOrFault({ data: flags.data }), async (operator) => {
        const key = await operator.post<{ token: string }>('/keys', {
          customer: flags.customer,
          scope: flags.scope,
          label: flags.label,
          expiresAt: flags.expires,
        });
        say('This key is shown once; only its hash is stored:');
        print(key.token);
      });
    });
}

function withCustomerFlag(command: Command): Command {
  return withDataFlag(command).option('--customer <name>', 'customer to whom it belongs (default: the first)');
}
