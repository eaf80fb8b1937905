// What happens in the shop, one JSON line for each thing done: node shop.js place N | act | read
const B = process.env.BASE || 'http://127.0.0.1:3900';
let tok, admin;
async function gql(path, query, variables, token) {
  const r = await fetch(B + path, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: 'Bearer ' + token } : {}) }, body: JSON.stringify({ query, variables }) });
  const j = await r.json();
  if (j.errors) throw new Error(JSON.stringify(j.errors));
  return { data: j.data, token: r.headers.get('vendure-auth-token') || token };
}
async function shop(q, v) { const r = await gql('/shop-api', q, v, tok); tok = r.token; const x = Object.values(r.data)[0]; if (x && x.errorCode) throw new Error(JSON.stringify(x)); return r.data; }
async function office(q, v) {
  if (!admin) admin = (await gql('/admin-api', 'mutation{login(username:"superadmin",password:"superadmin"){__typename}}')).token;
  return (await gql('/admin-api', q, v, admin)).data;
}
const E = '__typename ... on ErrorResult{ errorCode message }';
const say = x => console.log(JSON.stringify(x));
const S = [ // what the office has to tell apart
  { sku: 'KUB-1', q: 1, ship: 'InPost', pay: 'Karta', point: 'WAW01A', comment: '', country: 'PL', zip: '00-001', city: 'Warszawa' },
  { sku: 'KOSZ-CZ', q: 2, ship: 'InPost', pay: 'Przelew', point: 'POZ08A', comment: 'jednak proszę białą zamiast czarnej', country: 'PL', zip: '60-166', city: 'Poznań' },
  { sku: 'KUB-1', q: 3, ship: 'Kurier DPD', pay: 'Przelew', comment: '', country: 'PL', zip: '31-345', city: 'Kraków' },
  { sku: 'TV-75', q: 2, ship: 'Kurier DPD pobranie', pay: 'Pobranie', comment: '', country: 'PL', zip: '80-001', city: 'Gdańsk', nip: '5260250274', company: 'Testowa Sp. z o.o.' },
  { sku: 'EKS-1', q: 1, ship: 'Kurier DPD', pay: 'Karta', comment: '', country: 'DE', zip: '10115', city: 'Berlin' },
  { sku: 'EKS-1', q: 1, ship: 'InPost', pay: 'Pobranie', comment: 'bitte klingeln', country: 'PL', zip: '0000', city: 'x', phone: '123' } ];
async function place(i, items) {
  const s = S[i % S.length]; tok = undefined;
  const phone = s.phone || '600' + String(100000 + i);
  await shop(`mutation($v:ID!,$q:Int!){ addItemToOrder(productVariantId:$v, quantity:$q){ ${E} } }`, { v: items.find(x => x.sku === s.sku).id, q: s.q });
  await shop(`mutation($i:CreateCustomerInput!){ setCustomerForOrder(input:$i){ ${E} } }`, { i: { firstName: 'Jan', lastName: 'Testowy' + i, emailAddress: `jan.testowy${i}@example.com`, phoneNumber: phone } });
  await shop(`mutation($a:CreateAddressInput!){ setOrderShippingAddress(input:$a){ ${E} } }`, { a: { fullName: 'Jan Testowy' + i, company: s.company, streetLine1: `ul. Przykładowa ${i + 1}/2`, city: s.city, postalCode: s.zip, countryCode: s.country, phoneNumber: phone } });
  await shop(`mutation($i:UpdateOrderInput!){ setOrderCustomFields(input:$i){ ${E} } }`, { i: { customFields: { buyerComment: s.comment, taxId: s.nip, pickupPointId: s.point } } });
  const m = (await shop('{ eligibleShippingMethods{ id name } }')).eligibleShippingMethods.filter(x => x.name.startsWith(s.ship)).sort((a, b) => a.name.length - b.name.length)[0];
  await shop(`mutation($i:[ID!]!){ setOrderShippingMethod(shippingMethodId:$i){ ${E} } }`, { i: [m.id] });
  await shop(`mutation{ transitionOrderToState(state:"ArrangingPayment"){ ${E} } }`);
  const p = (await shop('{ eligiblePaymentMethods{ code name } }')).eligiblePaymentMethods.find(x => x.name === s.pay);
  const o = (await shop(`mutation($i:PaymentInput!){ addPaymentToOrder(input:$i){ ... on Order{ id code } ${E} } }`, { i: { method: p.code, metadata: {} } })).addPaymentToOrder;
  say({ placed: o.id, scenario: i % S.length });
}
const LIST = 'query($o:OrderListOptions){ orders(options:$o){ totalItems items{ id code state updatedAt customFields{ okienko } payments{ id method state } history(options:{take:50}){ items{ type data } } fulfillments{ state trackingCode } } } }';
async function all() {
  const out = [];
  for (let skip = 0; ; skip += 100) {
    const page = (await office(LIST, { o: { take: 100, skip, sort: { id: 'ASC' }, filter: { active: { eq: false } } } })).orders.items;
    out.push(...page);
    if (page.length < 100) return out;
  }
}
(async () => {
  const [what, n, from] = process.argv.slice(2);
  if (what === 'place') {
    const items = (await shop('{ products{ items{ variants{ id sku } } } }')).products.items.flatMap(p => p.variants);
    for (let i = +(from || 0); i < +(from || 0) + +n; i++) await place(i, items);
  } else if (what === 'act') { // of the transfers: one in three paid, one in three cancelled, the others left waiting
    let k = 0;
    for (const o of await all()) {
      const pay = o.payments.find(p => p.state === 'Authorized' && p.method === 'przelew');
      if (!pay || o.state === 'Cancelled') continue;
      k++;
      if (k % 3 === 1) { const r = (await office(`mutation($i:ID!){settlePayment(id:$i){ ${E} }}`, { i: pay.id })).settlePayment; if (r.errorCode) throw new Error(JSON.stringify(r)); say({ paid: o.id }); }
      if (k % 3 === 2) { const r = (await office(`mutation($i:CancelOrderInput!){cancelOrder(input:$i){ ${E} }}`, { i: { orderId: o.id, reason: 'rezygnacja' } })).cancelOrder; if (r.errorCode) throw new Error(JSON.stringify(r)); say({ cancelled: o.id }); }
    }
  } else if (what === 'read') {
    for (const o of await all()) say({ id: o.id, state: o.state, okienko: o.customFields.okienko, notes: o.history.items.filter(h => h.type === 'ORDER_NOTE').map(h => h.data.note), tracking: o.fulfillments.map(f => f.trackingCode + ':' + f.state) });
  }
})().catch(e => { console.error(e); process.exit(1); });
