-- A form behind a signed link that is sent twice says once: what it carried last (P8, docs/bad-input.md).
alter table conversations.answer_link add column last_form bytea;
