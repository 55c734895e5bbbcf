-- Every statement that names a service asks first which are discreet: a few among hundreds.
create index service_discreet on services.service (id) where discreet;
