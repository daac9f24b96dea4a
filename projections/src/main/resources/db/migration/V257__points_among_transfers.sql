-- One list of transfers: those between NORMAL buckets, and those of points, whose row says how many points were taken.
CREATE OR REPLACE VIEW wallet_transfer AS
SELECT transfer_id, brand_id, player_id, currency, amount_minor, from_bucket_id, from_type_code, to_bucket_id, to_type_code,
       rolling_minor, topology_code, topology_version, policy_code, policy_version, position, made_at,
       NULL::bigint AS points
FROM projection.wallet_transfer
UNION ALL
SELECT transfer_id, brand_id, player_id, currency, amount_minor, from_bucket_id, from_type_code, to_bucket_id, to_type_code,
       required_minor, topology_code, topology_version, policy_code, policy_version, position, transferred_at, points
FROM projection.points_transfer;
