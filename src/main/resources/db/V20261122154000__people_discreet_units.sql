-- Every statement that asks for units asks first which are discreet: a few among thousands.
create index unit_discreet on people.unit (id) where discreet;
