import type { NetworkObject, OrganisationObject } from '../import/registry-objects.ts';

/** For the tests of this room: a network of eight addresses in Germany; change what a test is about. */
export function networkObject(changes: Partial<NetworkObject>): NetworkObject {
  return {
    format: 'ripe',
    bounds: { family: 4, first: 0x05_00_00_00, last: 0x05_00_00_07 },
    netname: 'CUSTOMER-1',
    descr: [],
    remarks: [],
    address: [],
    postcode: null,
    country: 'DE',
    organisation: null,
    status: 'ASSIGNED PA',
    maintainers: ['EXAMPLE-MNT'],
    asn: null,
    date: '2024-03-01',
    ...changes,
  };
}

export function organisationObject(changes: Partial<OrganisationObject>): OrganisationObject {
  return {
    handle: 'ORG-MM1-EXAMPLE',
    name: 'Muster Maschinen GmbH',
    type: 'OTHER',
    address: ['Musterstraße 1', '70435 Stuttgart', 'GERMANY'],
    city: null,
    region: null,
    postcode: null,
    country: 'DE',
    date: '2023-01-01',
    ...changes,
  };
}
