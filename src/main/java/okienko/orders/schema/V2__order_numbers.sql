create index on orders.customer_orders (number);
