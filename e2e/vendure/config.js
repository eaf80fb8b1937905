const crypto = require('crypto');
const V = require('@vendure/core');
const db = { type: 'postgres', url: process.env.DB_URL };
// 20-line webhook plugin: posts every order state change to WEBHOOK_URL, HMAC-SHA256 over the raw body
class Webhooks {
  constructor(bus) { this.bus = bus; }
  post(o) {
    const body = JSON.stringify({ ...o, at: new Date().toISOString() });
    const sig = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET || 'test').update(body).digest('base64');
    fetch(process.env.WEBHOOK_URL, { method: 'POST', headers: { 'content-type': 'application/json', 'x-vendure-signature': sig }, body }).catch(err => console.error('webhook', err.message));
  }
  onApplicationBootstrap() {
    if (!process.env.WEBHOOK_URL) return;
    this.bus.ofType(V.OrderStateTransitionEvent).subscribe(e => this.post({ event: 'order.state', orderId: String(e.order.id), code: e.order.code, from: e.fromState, to: e.toState }));
    this.bus.ofType(V.PaymentStateTransitionEvent).subscribe(e => this.post({ event: 'payment.state', orderId: String(e.order.id), code: e.order.code, paymentId: String(e.payment.id), from: e.fromState, to: e.toState }));
  }
}
Reflect.defineMetadata('design:paramtypes', [V.EventBus], Webhooks);
V.VendurePlugin({ imports: [V.PluginCommonModule], compatibility: '^3.0.0' })(Webhooks);
exports.config = {
  apiOptions: { hostname: '127.0.0.1', port: +(process.env.PORT || 3900), adminApiPath: 'admin-api', shopApiPath: 'shop-api', adminListQueryLimit: 1000 },
  authOptions: { tokenMethod: ['bearer', 'cookie', 'api-key'], superadminCredentials: { identifier: 'superadmin', password: 'superadmin' }, cookieOptions: { secret: 'test-only' } },
  defaultLanguageCode: 'pl',
  dbConnectionOptions: { ...db, synchronize: true, logging: false },
  logger: new V.DefaultLogger({ level: V.LogLevel.Warn }),
  paymentOptions: { paymentMethodHandlers: [V.dummyPaymentHandler] },
  customFields: { Order: [
    { name: 'buyerComment', type: 'text', public: true, nullable: true },
    { name: 'okienko', type: 'string', public: false, nullable: true },
    { name: 'taxId', type: 'string', public: true, nullable: true },
    { name: 'pickupPointId', type: 'string', public: true, nullable: true } ] },
  plugins: [V.DefaultJobQueuePlugin.init({}), Webhooks],
};
