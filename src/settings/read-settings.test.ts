import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeSettings, isEvaluation, readSettings, type Settings } from './read-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-settings-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function read(flags: Record<string, string>, environment: Record<string, string>): Settings {
  const settings = readSettings(flags, environment, folder);
  if (!settings.ok) throw new Error(settings.fault.code);
  return settings.value;
}

describe('settings', () => {
  test('are safe by default: loopback, no trusted proxy, an evaluation', () => {
    const settings = read({}, {});
    expect(settings).toMatchObject({ host: '127.0.0.1', port: 8080, trustedProxies: [], baseUrl: null });
    expect(settings.data).toBe(join(folder, 'data'));
    expect(isEvaluation(settings)).toBe(true);
  });

  test('come from flags over environment over file over defaults', () => {
    writeFileSync(join(folder, 'doorplate.toml'), 'port = 1111\nhost = "127.0.0.2"\nlocation = "city"\n');
    const settings = read({ port: '3333' }, { DOORPLATE_PORT: '2222', DOORPLATE_HOST: '127.0.0.3' });
    expect([settings.port, settings.host, settings.location]).toEqual([3333, '127.0.0.3', 'city']);
    expect(settings.origins).toMatchObject({ port: 'flag', host: 'environment', location: 'file', data: 'default' });
  });

  test.each([
    ['an unknown variable', {}, { DOORPLATE_PROT: '1' }, 'SETTING_UNKNOWN', 'DOORPLATE_PROT'],
    ['a port that is none', {}, { DOORPLATE_PORT: 'eighty' }, 'SETTING_INVALID', 'port'],
    [
      'a range that is none',
      {},
      { DOORPLATE_TRUSTED_PROXIES: '10.0.0.0/8, nonsense' },
      'SETTING_INVALID',
      'trusted_proxies',
    ],
    ['a short password', {}, { DOORPLATE_ADMIN_PASSWORD: 'short' }, 'SETTING_INVALID', 'admin_password'],
    ['a base URL without a scheme', {}, { DOORPLATE_BASE_URL: 'example.com' }, 'SETTING_INVALID', 'base_url'],
    [
      'a missing secret file',
      {},
      { DOORPLATE_ADMIN_PASSWORD_FILE: '/nonexistent' },
      'SETTING_FILE_UNREADABLE',
      'DOORPLATE_ADMIN_PASSWORD_FILE',
    ],
    [
      'a file for what is no secret',
      {},
      { DOORPLATE_PORT_FILE: '/nonexistent' },
      'SETTING_UNKNOWN',
      'DOORPLATE_PORT_FILE',
    ],
  ])('refuse %s by name, without its value', (_what, flags, environment, code, setting) => {
    expect(readSettings(flags, environment, folder)).toEqual({ ok: false, fault: { code, setting } });
  });

  test('refuse an unknown name and broken text in doorplate.toml', () => {
    writeFileSync(join(folder, 'doorplate.toml'), 'prot = 1\n');
    expect(readSettings({}, {}, folder)).toMatchObject({ fault: { code: 'SETTING_UNKNOWN', setting: 'prot' } });
    writeFileSync(join(folder, 'doorplate.toml'), 'port = = 1');
    expect(readSettings({}, {}, folder)).toMatchObject({ fault: { code: 'SETTING_FILE_UNREADABLE' } });
  });

  test('read a secret from a file and never print it', () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'correct horse battery\n');
    const settings = read({}, { DOORPLATE_ADMIN_PASSWORD_FILE: secret, DOORPLATE_ADMIN_EMAIL: 'a@example.com' });
    expect(settings.adminPassword).toBe('correct horse battery');
    expect(JSON.stringify(describeSettings(settings))).not.toContain('horse');
    expect(isEvaluation(settings)).toBe(false);
  });

  test('take trusted proxies as text or as a list', () => {
    writeFileSync(join(folder, 'doorplate.toml'), 'trusted_proxies = ["10.0.0.0/8", "2001:db8::/32"]\n');
    expect(read({}, {}).trustedProxies).toEqual(['10.0.0.0/8', '2001:db8::/32']);
    expect(read({}, { DOORPLATE_TRUSTED_PROXIES: '192.0.2.1, 198.51.100.0/24' }).trustedProxies).toEqual([
      '192.0.2.1',
      '198.51.100.0/24',
    ]);
  });
});
