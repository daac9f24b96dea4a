-- What has gone through payment providers, by time: compared with their statements.
CREATE INDEX wallet_ledger_payments ON projection.wallet_ledger (brand_id, occurred_at) WHERE account = 'PSP';
