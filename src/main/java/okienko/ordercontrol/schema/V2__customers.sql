-- the other orders of a customer, newest first
create index on ordercontrol.controlled_orders (customer, received_at desc, order_id desc) where customer is not null;
