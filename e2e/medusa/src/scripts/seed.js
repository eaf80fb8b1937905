// A Polish shop with four articles, three ways of delivery and three of payment; keys in seed.json. medusa exec ./src/scripts/seed.js
const { ContainerRegistrationKeys, Modules, ProductStatus } = require('@medusajs/framework/utils');
const f = require('@medusajs/medusa/core-flows');
const PRICES = { 'KUB-1': ['Kubek', 29], 'KOSZ-CZ': ['Koszulka czarna', 49.9], 'TV-75': ['Telewizor 75"', 8999], 'EKS-1': ['Ekspres do kawy', 1899] };
const DELIVERIES = { 'InPost Paczkomat': 12.99, 'Kurier DPD': 16.99, 'Kurier DPD pobranie': 21.99 };
module.exports.default = async ({ container }) => {
  const link = container.resolve(ContainerRegistrationKeys.LINK), query = container.resolve(ContainerRegistrationKeys.QUERY);
  const run = async (flow, input) => (await flow(container).run({ input })).result;
  const store = (await container.resolve(Modules.STORE).listStores())[0];
  const channel = (await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({}))[0]
        || (await run(f.createSalesChannelsWorkflow, { salesChannelsData: [{ name: 'Sklep' }] }))[0];
  await run(f.updateStoresWorkflow, { selector: { id: store.id }, update: { supported_currencies: [{ currency_code: 'pln', is_default: true }, { currency_code: 'eur' }], default_sales_channel_id: channel.id } });
  const [region] = await run(f.createRegionsWorkflow, { regions: [{ name: 'Polska i Niemcy', currency_code: 'pln', countries: ['pl', 'de'], payment_providers: ['pp_system_default', 'pp_karta_sklep', 'pp_pobranie_sklep'] }] });
  await run(f.createTaxRegionsWorkflow, ['pl', 'de'].map(country_code => ({ country_code, provider_id: 'tp_system' })));
  const [place] = await run(f.createStockLocationsWorkflow, { locations: [{ name: 'Magazyn', address: { city: 'Warszawa', country_code: 'PL', address_1: '' } }] });
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: place.id }, [Modules.FULFILLMENT]: { fulfillment_provider_id: 'manual_manual' } });
  const fulfilment = container.resolve(Modules.FULFILLMENT);
  const profile = (await fulfilment.listShippingProfiles({ type: 'default' }))[0] || (await run(f.createShippingProfilesWorkflow, { data: [{ name: 'Default', type: 'default' }] }))[0];
  const set = await fulfilment.createFulfillmentSets({ name: 'Magazyn', type: 'shipping', service_zones: [{ name: 'Europa', geo_zones: [{ country_code: 'pl', type: 'country' }, { country_code: 'de', type: 'country' }] }] });
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: place.id }, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } });
  await run(f.createShippingOptionsWorkflow, Object.entries(DELIVERIES).map(([name, amount], i) => ({ name, price_type: 'flat', provider_id: 'manual_manual', service_zone_id: set.service_zones[0].id, shipping_profile_id: profile.id,
    type: { label: name, description: name, code: 'd' + i }, prices: [{ currency_code: 'pln', amount }], rules: [{ attribute: 'enabled_in_store', value: 'true', operator: 'eq' }, { attribute: 'is_return', value: 'false', operator: 'eq' }] })));
  await run(f.linkSalesChannelsToStockLocationWorkflow, { id: place.id, add: [channel.id] });
  const [open] = await run(f.createApiKeysWorkflow, { api_keys: [{ title: 'sklep', type: 'publishable', created_by: '' }] });
  await run(f.linkSalesChannelsToApiKeyWorkflow, { id: open.id, add: [channel.id] });
  const [secret] = await run(f.createApiKeysWorkflow, { api_keys: [{ title: 'okienko', type: 'secret', created_by: '' }] });
  await run(f.createProductsWorkflow, { products: Object.entries(PRICES).map(([sku, [title, amount]]) => ({ title, handle: sku.toLowerCase(), status: ProductStatus.PUBLISHED, shipping_profile_id: profile.id, options: [{ title: 'Rodzaj', values: ['zwykły'] }],
    variants: [{ title: 'zwykły', sku, options: { Rodzaj: 'zwykły' }, prices: [{ amount, currency_code: 'pln' }] }], sales_channels: [{ id: channel.id }] })) });
  const { data: stock } = await query.graph({ entity: 'inventory_item', fields: ['id'] });
  await run(f.createInventoryLevelsWorkflow, { inventory_levels: stock.map(x => ({ location_id: place.id, stocked_quantity: 100000, inventory_item_id: x.id })) });
  require('fs').writeFileSync('seed.json', JSON.stringify({ publishableKey: open.token, apiKey: secret.token, region: region.id }));
};
