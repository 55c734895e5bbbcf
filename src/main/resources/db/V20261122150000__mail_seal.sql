-- That a seal was broken is told by mail too (P4).
alter table mail.outgoing drop constraint outgoing_kind_check,
  add constraint outgoing_kind_check check (kind in ('answer', 'notice', 'received', 'due', 'sign_in', 'confirm', 'trial', 'loop', 'seal', 'seal_officer'));
