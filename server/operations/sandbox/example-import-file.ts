/** One entry of every list of a sandbox import. */
const address = {
  line_1: '12 Harbour Lane',
  line_2: '',
  line_3: '',
  city: 'Whitby',
  county: 'North Yorkshire',
  state: '',
  post_code: 'YO21 3PU',
  country_code: 'GB',
}
const place = {
  bank_id: 'gh.29.uk',
  address,
  location: { latitude: 54.4863, longitude: -0.6133 },
  meta: { license: { id: 'CC0-1.0', name: 'Creative Commons Zero' } },
}

export const exampleImportFile = {
  banks: [
    {
      id: 'gh.29.uk',
      short_name: 'Greyhaven',
      full_name: 'The Bank of Greyhaven',
      logo: 'https://www.example.com/greyhaven.png',
      website: 'https://www.example.com',
      swift_bic: 'GREHGB2LXXX',
      national_identifier: '29',
    },
  ],
  users: [
    {
      email: 'ines.calder@example.com',
      user_name: 'ines.calder',
      password: 'Lighthouse-29',
      display_name: 'Inés Calder',
    },
  ],
  accounts: [
    {
      id: '8ca8a7e4-6d02-48e3-a029-0b2bf89de9f0',
      bank: 'gh.29.uk',
      label: 'Everyday',
      number: '30054411',
      type: 'CURRENT',
      balance: { currency: 'GBP', amount: '1250.75' },
      IBAN: 'GB33 BUKB 2020 1555 5555 55',
      owners: ['ines.calder'],
      generate_public_view: false,
      generate_accountants_view: true,
      generate_auditors_view: true,
    },
  ],
  transactions: [
    {
      id: '4f1c7f9e-6f0a-4a38-9a51-0f6a3a0c1d2e',
      this_account: { id: '8ca8a7e4-6d02-48e3-a029-0b2bf89de9f0', bank: 'gh.29.uk' },
      counterparty: { name: 'Harbour Bakery' },
      details: {
        type: 'CARD',
        description: 'Bread',
        posted: '2025-03-04T09:15:00.000Z',
        completed: '2025-03-04T09:15:00.000Z',
        new_balance: '1250.75',
        value: '-3.20',
      },
    },
  ],
  branches: [
    { id: 'whitby', name: 'Whitby', ...place, lobby: { hours: 'Mo-Fr 09:00-16:30' }, drive_up: { hours: '' } },
  ],
  atms: [{ id: 'whitby-station', name: 'Whitby station', ...place }],
  products: [
    {
      bank_id: 'gh.29.uk',
      code: 'EVERYDAY',
      name: 'Everyday',
      category: 'Account',
      family: 'Current',
      super_family: 'Deposits',
      more_info_url: 'https://www.example.com/everyday',
      meta: place.meta,
    },
  ],
  crm_events: [
    {
      id: '5995d6a2-01b3-423c-a173-5481df49bdaf',
      bank_id: 'gh.29.uk',
      customer: { name: 'Inés Calder', number: '5987953' },
      category: 'Call',
      detail: 'Asked how to order a new card.',
      channel: 'Phone',
      actual_date: '2025-03-05T10:30:00.000Z',
      scheduled_date: '2025-03-07T09:00:00.000Z',
      result: 'Card ordered',
    },
  ],
}
