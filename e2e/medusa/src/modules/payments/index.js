// pp_karta_sklep takes the money at once, pp_pobranie_sklep never
const { AbstractPaymentProvider, ModuleProvider, Modules, PaymentActions, PaymentSessionStatus } = require('@medusajs/framework/utils');
let last = 0;
class Payments extends AbstractPaymentProvider {
  async initiatePayment() { return { id: 'p' + ++last, data: {} }; }
  async authorizePayment() { return { data: {}, status: this.constructor.status }; }
  async getPaymentStatus() { return { status: this.constructor.status }; }
  async retrievePayment() { return {}; }
  async updatePayment() { return { data: {} }; }
  async deletePayment() { return { data: {} }; }
  async capturePayment() { return { data: {} }; }
  async refundPayment() { return { data: {} }; }
  async cancelPayment() { return { data: {} }; }
  async getWebhookActionAndData() { return { action: PaymentActions.NOT_SUPPORTED }; }
}
class Card extends Payments { static identifier = 'karta'; static status = PaymentSessionStatus.CAPTURED; }
class OnDelivery extends Payments { static identifier = 'pobranie'; static status = PaymentSessionStatus.AUTHORIZED; }
module.exports.default = ModuleProvider(Modules.PAYMENT, { services: [Card, OnDelivery] });
