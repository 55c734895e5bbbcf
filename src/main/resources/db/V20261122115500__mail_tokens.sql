-- How one signs in at a mailbox: by a password, or by a token that is fetched (XOAUTH2); then what stands for a password is the refresh token, or nothing.
alter table mail.mailbox add column auth text not null default 'password' check (auth in ('password', 'xoauth2'));
