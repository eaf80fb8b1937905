/** PrestaShop, over its webservice. */
@org.jspecify.annotations.NullMarked
package okienko.connections.prestashop;
