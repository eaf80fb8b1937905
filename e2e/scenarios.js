// What is bought: order i is of scenario i % 6. The verdicts they deserve are in RealShopTest. The people are made up: each order has its own, since the office knows a returning buyer.
const FIRST = ['Anna', 'Barbara', 'Celina', 'Dorota', 'Ewa', 'Filip', 'Grzegorz', 'Henryk', 'Iwona', 'Jan', 'Karol', 'Lena', 'Marek', 'Natalia', 'Olga', 'Piotr'];
const LAST = ['Dąbek', 'Gajda', 'Jasica', 'Kania', 'Lipka', 'Mazur', 'Nowik', 'Olejnik', 'Pietras', 'Rogala', 'Sowa', 'Tracz', 'Urban', 'Wilk', 'Zając', 'Żurek', 'Bielak'];
const SCENARIOS = [
  { sku: 'KUB-1', quantity: 1, ship: 'InPost Paczkomat', pay: 'Karta', point: 'WAW01A', country: 'PL', zip: '00-001', city: 'Warszawa' },
  { sku: 'KOSZ-CZ', quantity: 2, ship: 'InPost Paczkomat', pay: 'Przelew', point: 'POZ08A', comment: 'jednak proszę białą zamiast czarnej', country: 'PL', zip: '60-166', city: 'Poznań' },
  { sku: 'KUB-1', quantity: 3, ship: 'Kurier DPD', pay: 'Przelew', comment: 'Dziękuję i pozdrawiam', country: 'PL', zip: '31-345', city: 'Kraków' },
  { sku: 'TV-75', quantity: 2, ship: 'Kurier DPD pobranie', pay: 'Pobranie', company: 'sp. z o.o.', country: 'PL', zip: '80-001', city: 'Gdańsk' },
  { sku: 'EKS-1', quantity: 1, ship: 'Kurier DPD', pay: 'Karta', country: 'DE', zip: '10115', city: 'Berlin' },
  { sku: 'KUB-1', quantity: 1, ship: 'Kurier DPD pobranie', pay: 'Pobranie', country: 'PL', zip: '0000', city: 'x', phone: '123' }];

// a tax number whose check digit is right: weights 6 5 7 2 3 4 5 6 7, modulo 11, ten is none
function taxId(i) {
  for (let n = 526100000 + 37 * i; ; n++) {
    const digits = [...String(n)].map(Number), check = [6, 5, 7, 2, 3, 4, 5, 6, 7].reduce((sum, w, k) => sum + w * digits[k], 0) % 11;
    if (check < 10) return '' + n + check;
  }
}
module.exports.scenario = i => i % SCENARIOS.length;
module.exports.order = i => {
  const s = SCENARIOS[i % SCENARIOS.length], first = FIRST[i % FIRST.length], last = LAST[i % LAST.length]; // 16 x 17 people
  return { comment: '', point: '', phone: '600' + (100000 + 731 * i), ...s, first, last, email: `buyer${i}@example.com`, street: `ul. Przykładowa ${i + 1}/2`,
    company: s.company ? `${last} ${s.company}` : '', taxId: s.company ? taxId(i) : '' };
};
