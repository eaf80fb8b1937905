// What happens in the shop, one JSON line for each thing done: node shop.js connect | place N | act | read
const B = process.env.BASE, { order, scenario } = require('./scenarios');
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
async function place(i, items) {
  const o = order(i); tok = undefined;
  await shop(`mutation($v:ID!,$q:Int!){ addItemToOrder(productVariantId:$v, quantity:$q){ ${E} } }`, { v: items.find(x => x.sku === o.sku).id, q: o.quantity });
  await shop(`mutation($i:CreateCustomerInput!){ setCustomerForOrder(input:$i){ ${E} } }`, { i: { firstName: o.first, lastName: o.last, emailAddress: o.email, phoneNumber: o.phone } });
  await shop(`mutation($a:CreateAddressInput!){ setOrderShippingAddress(input:$a){ ${E} } }`, { a: { fullName: o.first + ' ' + o.last, company: o.company, streetLine1: o.street, city: o.city, postalCode: o.zip, countryCode: o.country, phoneNumber: o.phone } });
  await shop(`mutation($i:UpdateOrderInput!){ setOrderCustomFields(input:$i){ ${E} } }`, { i: { customFields: { buyerComment: o.comment, taxId: o.taxId, pickupPointId: o.point } } });
  const m = (await shop('{ eligibleShippingMethods{ id name } }')).eligibleShippingMethods.find(x => x.name === o.ship);
  await shop(`mutation($i:[ID!]!){ setOrderShippingMethod(shippingMethodId:$i){ ${E} } }`, { i: [m.id] });
  await shop(`mutation{ transitionOrderToState(state:"ArrangingPayment"){ ${E} } }`);
  const p = (await shop('{ eligiblePaymentMethods{ code name } }')).eligiblePaymentMethods.find(x => x.name === o.pay);
  const done = (await shop(`mutation($i:PaymentInput!){ addPaymentToOrder(input:$i){ ... on Order{ id code } ${E} } }`, { i: { method: p.code, metadata: {} } })).addPaymentToOrder;
  say({ placed: done.id, scenario: scenario(i) });
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
  const [what, n] = process.argv.slice(2);
  if (what === 'connect') {
    say({ platform: 'vendure', 'credential-username': 'superadmin', 'credential-password': 'superadmin', 'credential-commentField': 'buyerComment', 'credential-taxIdField': 'taxId', 'credential-pointField': 'pickupPointId', 'credential-stateField': 'okienko' });
  } else if (what === 'place') {
    const items = (await shop('{ products{ items{ variants{ id sku } } } }')).products.items.flatMap(p => p.variants);
    for (let i = 0; i < +n; i++) await place(i, items);
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
