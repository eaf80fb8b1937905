// What happens in the shop, one JSON line for each thing done: node shop.js connect | place N | act | read
const B = process.env.BASE, seed = require('./seed.json'), { order, scenario } = require('./scenarios');
const say = x => console.log(JSON.stringify(x));
const BUYER = { 'x-publishable-api-key': seed.publishableKey };
const CLERK = { authorization: 'Basic ' + Buffer.from(seed.apiKey + ':').toString('base64') };
const PAY = { Przelew: 'pp_system_default', Karta: 'pp_karta_sklep', Pobranie: 'pp_pobranie_sklep' };
async function ask(who, method, path, body) {
  const r = await fetch(B + path, { method, headers: { 'content-type': 'application/json', ...who }, body: body && JSON.stringify(body) });
  const text = await r.text();
  if (!r.ok) throw new Error([method, path, r.status, text.slice(0, 400)].join(' '));
  return text ? JSON.parse(text) : {};
}
async function place(i, variants, options) {
  const o = order(i);
  const address = { first_name: o.first, last_name: o.last, company: o.company, address_1: o.street, city: o.city, postal_code: o.zip, country_code: o.country.toLowerCase(), phone: o.phone };
  const { cart } = await ask(BUYER, 'POST', '/store/carts', { region_id: seed.region, email: o.email, shipping_address: address, billing_address: address,
    metadata: { customer_note: o.comment, nip: o.taxId, pickup_point: o.point }, items: [{ variant_id: variants.get(o.sku), quantity: o.quantity }] });
  if (!options.size) for (const x of (await ask(BUYER, 'GET', '/store/shipping-options?cart_id=' + cart.id)).shipping_options) options.set(x.name, x.id);
  await ask(BUYER, 'POST', `/store/carts/${cart.id}/shipping-methods`, { option_id: options.get(o.ship), data: {} });
  const { payment_collection: money } = await ask(BUYER, 'POST', '/store/payment-collections', { cart_id: cart.id });
  await ask(BUYER, 'POST', `/store/payment-collections/${money.id}/payment-sessions`, { provider_id: PAY[o.pay] });
  const done = await ask(BUYER, 'POST', `/store/carts/${cart.id}/complete`, {});
  if (done.type !== 'order') throw new Error(JSON.stringify(done).slice(0, 400));
  say({ placed: done.order.id, scenario: scenario(i) });
}
async function all(fields) {
  const out = [];
  for (let offset = 0; ; offset += 100) {
    const page = (await ask(CLERK, 'GET', `/admin/orders?limit=100&offset=${offset}&order=created_at&fields=${encodeURIComponent(fields)}`)).orders;
    out.push(...page);
    if (page.length < 100) return out;
  }
}
(async () => {
  const [what, n] = process.argv.slice(2);
  if (what === 'connect') {
    say({ platform: 'medusa', 'credential-apiKey': seed.apiKey });
  } else if (what === 'place') {
    const { products } = await ask(BUYER, 'GET', '/store/products?limit=100&region_id=' + seed.region);
    const variants = new Map(products.flatMap(p => p.variants).map(v => [v.sku, v.id])), options = new Map();
    for (let i = 0; i < +n; i++) await place(i, variants, options);
  } else if (what === 'act') { // of the transfers: one in three paid, one in three cancelled, the others left waiting
    let k = 0;
    for (const o of await all('+status,*payment_collections.payments')) {
      const pay = o.payment_collections.flatMap(c => c.payments).find(p => p.provider_id === PAY.Przelew && !p.captured_at && !p.canceled_at);
      if (!pay || o.status === 'canceled') continue;
      k++;
      if (k % 3 === 1) { await ask(CLERK, 'POST', `/admin/payments/${pay.id}/capture`, {}); say({ paid: o.id }); }
      if (k % 3 === 2) { await ask(CLERK, 'POST', `/admin/orders/${o.id}/cancel`, {}); say({ cancelled: o.id }); }
    }
  } else if (what === 'read') {
    for (const o of await all('+status,+metadata,*fulfillments,*fulfillments.labels')) {
      const kept = o.metadata || {};
      say({ id: o.id, state: o.status, okienko: kept.okienko_state || '', notes: kept.okienko_note ? [kept.okienko_note] : [],
        tracking: o.fulfillments.flatMap(x => x.labels.map(l => l.tracking_number + ':' + (x.shipped_at ? 'Shipped' : 'Pending'))) });
    }
  }
})().catch(e => { console.error(e); process.exit(1); });
