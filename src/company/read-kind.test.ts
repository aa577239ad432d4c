import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind, ProviderType } from '../contracts/company.ts';
import { isAccessPool } from './access-pool.ts';
import { readLegalForm } from './legal-forms.ts';
import { providerTypeByName } from './provider-type.ts';
import { kindByName, kindOfCustomer } from './read-kind.ts';
import { words } from './words.ts';

const parts = (name: string): ReturnType<typeof readLegalForm> => readLegalForm(words(name), null);

describe('customers of a carrier', () => {
  test.each<[string, Kind]>([
    ['Visual Muster Informatica Ltda', 'company'],
    ['Muster Logic Corporation', 'company'],
    ['Muster Information GmbH', 'company'],
    ['Global Online Electronics Ltd', 'company'],
    ['Beispiel IT Ltd', 'company'],
    ['Sunrise Senior Living Inc.', 'company'],
    ['Orange County Samples LLC', 'company'],
    ['Marketing Communications Muster GmbH', 'company'],
    ['Cisco Systems Italy SRL', 'company'],
    ['Krankenhaus Musterstadt', 'company'],
    ['Hotel Muster', 'company'],
    ['Muster Telecom Ltda', 'provider'],
    ['Muster Hosting GmbH', 'provider'],
    ['Sample Data Center LLC', 'provider'],
    ['Sample Broadband Ltd', 'provider'],
    ['Sunrise Communications AG', 'provider'],
    ['Vodafone Italia S.p.A.', 'provider'],
    ['Ejemplo Telecomunicaciones S.A.S.', 'provider'],
    ['Gemeente Voorbeeld', 'public'],
    ['Stadtverwaltung Musterstadt', 'public'],
    ['Landratsamt Musterkreis', 'public'],
    ['Comune di Esempio', 'public'],
    ['Mairie de Exempleville', 'public'],
    ['Ayuntamiento de Ejemplo', 'public'],
    ['Câmara Municipal de Exemplo', 'public'],
    ['Urząd Miasta Przyklad', 'public'],
    ['Sample County Council', 'public'],
    ['Exempel Kommun', 'public'],
    ['Universität Musterstadt', 'education'],
    ['Grundschule Musterdorf', 'education'],
    ['Istituto Comprensivo Esempio', 'education'],
    ['Lycée Exemple', 'education'],
    ['Colegio Ejemplo', 'education'],
    ['Szkoła Podstawowa Nr 5', 'education'],
    ['Sample Primary School', 'education'],
    ['Voorbeeld Hogeschool', 'education'],
  ])('%s: %s', (name, kind) => {
    expect(kindOfCustomer(parts(name)).kind).toBe(kind);
  });

  test('a holder of an own network is judged more strictly than a customer', () => {
    expect(kindByName(parts('Musternet GmbH')).kind).toBe('provider');
    expect(kindOfCustomer(parts('Musternet GmbH')).kind).toBe('company');
  });
});

describe('access pools', () => {
  test.each([
    'BT-ADSL',
    'TDC IP Customers',
    'TDC Bredbaand Professionel users',
    'static IP',
    'Single Static IP Addresses',
    'Dynamic IP Pools for xDSL and FTTH subscribers',
    'Residential DHCP',
    'NAT pool for DSL customers',
    'PPPoE xDSL links',
    'Point-to-point links',
    'Fixed IP (Static)',
    'ADSL Dinamico',
    'customers in Musterdorf',
    'Dial-up pool 3',
    'NETWORK INFRASTRUCTURE public subnet',
  ])('%s is one', (text) => {
    expect(isAccessPool(text)).toBe(true);
  });

  test.each([
    'Pool Solutions GmbH',
    'Static Control Ltd',
    'Dynamic Design SRL',
    'Customer Operation Success SAS',
    'ADSL: Muster IT Ltd',
    'Dynamic Color',
    'Swimming Pool Center',
    'Residential Realty Group',
    'gordon hewbury ADSL Assignment',
    'Muster AG',
    '',
  ])('%s is none', (text) => {
    expect(isAccessPool(text)).toBe(false);
  });
});

describe('kinds of providers', () => {
  test.each<[string, ProviderType | null]>([
    ['Muster VPN Services Ltd', 'vpn'],
    ['Muster Hosting GmbH', 'hosting'],
    ['Sample Data Center LLC', 'hosting'],
    ['Muster Cloud Ltd', 'cloud'],
    ['Muster Mobile Operations', 'mobile'],
    ['Muster Hotspot', 'wifi'],
    ['Muster Proxy Relay', 'relay'],
    ['Muster Telecom', 'isp'],
    ['Hetzner Online GmbH', 'hosting'],
    ['Amazon Data Services', 'cloud'],
    ['Musterwerk GmbH', null],
  ])('%s', (name, type) => {
    expect(providerTypeByName(parts(name))).toBe(type);
  });
});

test('no text makes them throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      expect(typeof isAccessPool(text)).toBe('boolean');
      expect(['company', 'provider', 'public', 'education']).toContain(kindOfCustomer(parts(text)).kind);
      expect(providerTypeByName(parts(text)) ?? 'none').toEqual(expect.any(String));
    }),
  );
});
