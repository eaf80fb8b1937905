const path = require('path');
const { defineConfig } = require('@medusajs/framework/utils');
module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DB_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: { storeCors: 'http://127.0.0.1', adminCors: 'http://127.0.0.1', authCors: 'http://127.0.0.1', jwtSecret: 'test-only', cookieSecret: 'test-only' },
  },
  // the transfer is Medusa's own pp_system_default, whose name says nothing: somebody tells the office what it means
  modules: [{ resolve: '@medusajs/medusa/payment', options: { providers: [{ resolve: path.join(__dirname, 'src', 'modules', 'payments'), id: 'sklep' }] } }],
});
